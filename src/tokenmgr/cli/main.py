"""The command line's front: common options, verbs, and what every error ends in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from tokenmgr import __version__
from tokenmgr.cli.edge import CANCELLED, exit_code, tell, tell_machine
from tokenmgr.cli.lazy import LazyGroup
from tokenmgr.cli.wishes import NAMES, Wishes, common
from tokenmgr.model.errors import FileUnreadable, TokenError
from tokenmgr.wording.language import choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.cli.desk import Build, Clerk

#: Verb -> (module under tokenmgr.cli.verbs, its command). Only the one that is wanted is loaded.
VERBS = {
    "overview": ("overview", "overview"),
    "tokens": ("tokens", "tokens"),
    "certs": ("certs", "certs"),
    "cert": ("cert", "cert"),
    "pin": ("pin", "pin"),
    "token": ("token", "token"),
    "key": ("key", "key"),
    "sign": ("sign", "sign"),
    "modules": ("modules", "modules"),
    "module": ("modules", "module"),
    "profiles": ("profiles", "profiles"),
    "profile": ("profiles", "profile"),
    "practice": ("practice", "practice"),
}


class Front(LazyGroup):
    """The group of all verbs; without one it shows the overview."""

    verbs = VERBS


@click.command(cls=Front, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@common
@click.version_option(__version__, prog_name="tokenmgr-cli")
@click.pass_context
def front(context: click.Context, /, **said: Any) -> None:
    """Certificate tokens, and how many PIN tries they have left."""
    context.obj["wishes"] = context.obj["wishes"].joined(said)
    if context.invoked_subcommand is None:
        command = front.get_command(context, "overview")
        if command is not None:
            context.invoke(command, **dict.fromkeys(NAMES))


def run(arguments: Sequence[str], build: Build) -> int:
    """Run one command line; its exit code."""
    _survive_strange_terminals()
    state: dict[str, Any] = {"wishes": Wishes(), "build": build}
    try:
        code = _served(arguments, state)
    except TokenError as error:
        code = _told(error, state)
    except click.ClickException as error:
        code = _told_usage(error, as_json=state["wishes"].json or "--json" in arguments)
    except (click.Abort, KeyboardInterrupt):
        code = CANCELLED
    except BrokenPipeError:
        code = _nobody_reads()
    except OSError as error:
        code = _told(FileUnreadable(str(error.filename or ""), error.strerror or "unreadable"), state)
    finally:
        if "clerk" in state:
            state["clerk"].close()
    return code


def _served(arguments: Sequence[str], state: dict[str, Any]) -> int:
    try:
        result = front.main(list(arguments), "tokenmgr-cli", standalone_mode=False, obj=state)
        sys.stdout.flush()
    except SystemExit:
        raise BrokenPipeError from None  # what click makes of one
    return result if isinstance(result, int) else 0


def _nobody_reads() -> int:
    """Whoever read the output has seen enough; nothing more is written, not even at the interpreter's end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _told_usage(error: click.ClickException, *, as_json: bool) -> int:
    error.show()
    if as_json:
        tell_machine({"code": "usage", "message": error.format_message()}, error.exit_code)
    return error.exit_code


def _told(error: TokenError, state: dict[str, Any]) -> int:
    wishes = state["wishes"]
    language = choose(wishes.language or None, os.environ)
    clerk: Clerk | None = state.get("clerk")
    tell(error, language, clerk.profile_of(error) if clerk else None, as_json=wishes.json)
    return exit_code(error)


def _survive_strange_terminals() -> None:
    """A terminal that cannot show a character gets its escape, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
