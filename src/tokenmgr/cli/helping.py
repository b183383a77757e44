"""What --help shows, and the two lines before a usage error."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

from tokenmgr.cli.grammar import Group, Verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tokenmgr.cli.grammar import Option

WIDEST = 80
#: The column beside which explanations stand may be this wide.
WIDEST_NAMES = 30


def usage(path: Sequence[str], shown: Verb | Group) -> str:
    """How it is called."""
    words = ["COMMAND", "[ARGS]..."] if isinstance(shown, Group) else [each.metavar for each in shown.arguments]
    return " ".join(("Usage:", *path, "[OPTIONS]", *words))


def hint(path: Sequence[str], shown: Verb | Group) -> str:
    """Before a usage error."""
    return f"{usage(path, shown)}\nTry '{' '.join(path)} -h' for help.\n"


def full(path: Sequence[str], shown: Verb | Group, options: Iterable[Option]) -> str:
    """All there is to say."""
    width = min(shutil.get_terminal_size().columns, WIDEST) - 2
    parts = [usage(path, shown), _paragraphs(shown.help, width)]
    parts.append("Options:\n" + _columns([(_names(each), each.help) for each in options], width))
    if isinstance(shown, Group):
        verbs = [(name, found) for name in shown.names() if (found := shown.find(name)) and not _hidden(found)]
        parts.append("Commands:\n" + _columns([(name, _shortly(found.help)) for name, found in verbs], width))
    return "\n\n".join(parts) + "\n"


def _hidden(found: Verb | Group) -> bool:
    return isinstance(found, Verb) and found.hidden


def _shortly(text: str) -> str:
    """The first paragraph."""
    return " ".join(text.strip().partition("\n\n")[0].split())


def _paragraphs(text: str, width: int) -> str:
    paragraphs = [" ".join(part.split()) for part in text.strip().split("\n\n")]
    return "\n\n".join(textwrap.fill(each, width, initial_indent="  ", subsequent_indent="  ") for each in paragraphs)


def _names(option: Option) -> str:
    names = ", ".join(sorted(option.names, key=len))
    return names if option.flag else f"{names} {option.metavar}"


def _columns(rows: Sequence[tuple[str, str]], width: int) -> str:
    """Names, and beside them what they mean, folded."""
    room = min(max(len(name) for name, _ in rows), WIDEST_NAMES) + 4
    lines: list[str] = []
    for name, meaning in rows:
        folded = textwrap.wrap(meaning, max(width - room, 20)) or [""]
        start = f"  {name}".ljust(room)
        if len(start) > room:
            lines.append(start)
            start = " " * room
        lines += [f"{start}{folded[0]}".rstrip(), *(" " * room + each for each in folded[1:])]
    return "\n".join(lines)
