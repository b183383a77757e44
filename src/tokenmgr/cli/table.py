"""Tables in plain text: Chinese characters are two columns wide, and nothing from a token controls the terminal.

rich does this too, at 90 ms for every start and half a second for a thousand rows.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDE = frozenset("WF")
NARROWEST, USUAL, GAP = 40, 80, 2
ELLIPSIS = "…"
COLOURS = {"bad": "31", "warn": "33", "good": "32", "faint": "2", "bold": "1"}


class Column(NamedTuple):
    """One column; those with a smaller `keep` are shortened first."""

    title: str
    #: No narrower than this, where the content is that wide.
    least: int = 6
    right: bool = False
    #: Both ends say something, as of a path: what is too long loses its middle, not its end.
    ends: bool = False


def width(text: str) -> int:
    """Columns that a text takes."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in WIDE else 1 for character in text)


def cut(text: str, room: int, *, ends: bool = False) -> str:
    """The text, shortened to fit."""
    if width(text) <= room:
        return text
    if not ends:
        return _taken(text, room - 1) + ELLIPSIS
    front, back = room // 2, (room - 1) // 2
    return _taken(text, front) + ELLIPSIS + _taken(text[::-1], back)[::-1]


def _taken(text: str, room: int) -> str:
    taken = 0
    for index, character in enumerate(text):
        taken += 2 if east_asian_width(character) in WIDE else 1
        if taken > room:
            return text[:index]
    return text


def padded(text: str, room: int, *, right: bool) -> str:
    """The text in its place."""
    fill = " " * max(0, room - width(text))
    return fill + text if right else text + fill


def terminal_width() -> int:
    """Columns of the terminal; a pipe has the usual eighty."""
    try:
        found = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
    except (OSError, ValueError):
        return USUAL
    return max(NARROWEST, found)


def render(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], styles: Sequence[str] = (), *, coloured: bool = False
) -> str:
    """The table as text. `styles` colour whole rows."""
    widths = fitted(columns, rows, terminal_width())
    lines = [_paint(_row([column.title for column in columns], columns, widths), "bold", coloured=coloured)]
    lines.append(_paint("─" * (sum(widths) + GAP * (len(widths) - 1)), "faint", coloured=coloured))
    for index, row in enumerate(rows):
        style = styles[index] if index < len(styles) else ""
        lines.append(_paint(_row(row, columns, widths), style, coloured=coloured))
    return "\n".join(lines) + "\n"


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Widths: what is needed, then the widest give way until the table fits."""
    widths = [max([width(column.title), *(width(row[index]) for row in rows)]) for index, column in enumerate(columns)]
    excess = sum(widths) + GAP * (len(widths) - 1) - room
    while excess > 0:
        index = max(range(len(widths)), key=lambda place: widths[place] - columns[place].least)
        spare = widths[index] - columns[index].least
        if spare <= 0:
            break
        others = [widths[place] for place in range(len(widths)) if place != index and widths[place] < widths[index]]
        step = min(excess, spare, max(1, widths[index] - max(others, default=0)))
        widths[index] -= step
        excess -= step
    return widths


def _row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    fitting = [
        padded(cut(cell, room, ends=column.ends), room, right=column.right)
        for cell, column, room in zip(cells, columns, widths, strict=True)
    ]
    return (" " * GAP).join(fitting).rstrip()


def _paint(line: str, style: str, *, coloured: bool) -> str:
    code = COLOURS.get(style, "")
    return f"\x1b[{code}m{line}\x1b[0m" if coloured and code else line
