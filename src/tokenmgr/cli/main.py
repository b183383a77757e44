"""The command line's front: common options, verbs, and what every error ends in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from tokenmgr import __version__
from tokenmgr.cli.desk import Clerk
from tokenmgr.cli.edge import CANCELLED, exit_code, tell
from tokenmgr.cli.lazy import LazyGroup
from tokenmgr.cli.wishes import NAMES, Wishes, common
from tokenmgr.model.errors import TokenError
from tokenmgr.wording.language import choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.cli.desk import Build

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
def front(context: click.Context, **said: Any) -> None:
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
        result = front.main(list(arguments), "tokenmgr-cli", standalone_mode=False, obj=state)
        code = result if isinstance(result, int) else 0
    except TokenError as error:
        code = _told(error, state)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = CANCELLED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    finally:
        if "clerk" in state:
            state["clerk"].close()
    return code


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
