"""The command line's front: common options, verbs, and what every error ends in."""

from __future__ import annotations

import os
import sys

from tokenmgr.cli.front import COMMON, FRONT, HELP
from tokenmgr.cli.grammar import Group, UsageError, completed, said
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import FileUnreadable, TokenError

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.cli.desk import Build, Clerk
    from tokenmgr.cli.grammar import Option, Verb
    from tokenmgr.wording.language import Language

    Spoken = Callable[[Wishes], Language]

NAME = "tokenmgr-cli"


def as_said(wishes: Wishes) -> Language:
    """What the command line says, else the system."""
    from tokenmgr.wording.language import choose

    return choose(wishes.language or None, os.environ)


def run(arguments: Sequence[str], build: Build, spoken: Spoken = as_said) -> int:
    """Run one command line; its exit code. `spoken` is in which language, where there are settings to ask too."""
    _survive_strange_terminals()
    line = Line(arguments, build, spoken)
    try:
        return line.served()
    except TokenError as error:
        return line.told(error)
    except UsageError as error:
        return line.told_usage(error)
    except KeyboardInterrupt:
        return line.cancelled()
    except BrokenPipeError:
        return _nobody_reads()
    except OSError as error:
        return line.told(FileUnreadable(str(error.filename or ""), error.strerror or "unreadable"))
    finally:
        line.close()


class Line:
    """One command line: how far it is understood, and who serves it."""

    def __init__(self, arguments: Sequence[str], build: Build, spoken: Spoken) -> None:
        self._arguments = arguments
        self._build = build
        self._spoken = spoken
        self._path = [NAME]
        self._here: Group | Verb = FRONT
        self._wishes = Wishes()
        self._clerk: Clerk | None = None

    def served(self) -> int:
        """Go from word to word down to the verb, and serve it."""
        words = list(self._arguments)
        while isinstance(self._here, Group):
            found, words = said(words, self._options, leading=True)
            if "help" in found or "version" in found:
                return self._explained(version="version" in found)
            self._wishes = self._wishes.joined(completed(found, COMMON))
            if not words and not self._here.usual:
                sys.stderr.write(self._help())
                return UsageError.exit_code
            self._enter(words.pop(0) if words else self._here.usual)
        return self._served_by(self._here, words)

    @property
    def _options(self) -> list[Option]:
        return [*self._here.options, *COMMON, HELP]

    def _enter(self, name: str) -> None:
        found = self._here.find(name) if isinstance(self._here, Group) else None
        if found is None:
            raise UsageError(f"No such command {name!r}.")
        self._here = found
        self._path.append(name)

    def _served_by(self, verb: Verb, words: Sequence[str]) -> int:
        found, others = said(words, self._options, leading=False)
        if "help" in found:
            return self._explained()
        self._wishes = self._wishes.joined(completed(found, COMMON))
        taken = completed(found, verb.options) | verb.placed(others)
        from tokenmgr.cli.desk import Clerk  # nobody has to wait for it who asked wrongly, or for help

        self._clerk = Clerk(self._wishes, self._build, self._spoken(self._wishes))
        code = verb.function(self._clerk, **taken)
        sys.stdout.flush()
        return code or 0

    def _explained(self, *, version: bool = False) -> int:
        from tokenmgr import __version__

        sys.stdout.write(f"{NAME}, version {__version__}\n" if version else self._help())
        sys.stdout.flush()
        return 0

    def _help(self) -> str:
        from tokenmgr.cli.helping import full  # only where somebody asks

        return full(self._path, self._here, self._options)

    def told_usage(self, error: UsageError) -> int:
        """What was wrong, and how it is called."""
        from tokenmgr.cli.edge import tell_usage

        tell_usage(error, self._path, self._here, as_json=self._wishes.json or "--json" in self._arguments)
        return error.exit_code

    def told(self, error: TokenError) -> int:
        """In words, with the next step."""
        from tokenmgr.cli.edge import exit_code, tell

        language = self._clerk.language if self._clerk else self._spoken(self._wishes)
        tell(error, language, self._clerk.profile_of(error) if self._clerk else None, as_json=self._wishes.json)
        return exit_code(error)

    def cancelled(self) -> int:
        """Ctrl-C."""
        from tokenmgr.cli.edge import CANCELLED

        return CANCELLED

    def close(self) -> None:
        """Let go of everything."""
        if self._clerk is not None:
            self._clerk.close()


def _nobody_reads() -> int:
    """Whoever read the output has seen enough; nothing more is written, not even at the interpreter's end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _survive_strange_terminals() -> None:
    """A terminal that cannot show a character gets its escape, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
