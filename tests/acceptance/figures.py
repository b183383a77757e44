"""What a token truly had left beside what was shown, as a table to look at with `pytest -s`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

HEADINGS = ("what", "true before", "shown before", "exit", "true after", "told", "shown after")


def shown(tries: dict[str, Any] | None) -> str:
    """The tries of a JSON answer in short: "=" for exact, "<=" for at most."""
    if tries is None:
        return ""
    sign = {"exact": "=", "at_most": "<=", "unknown": "?"}[tries["certainty"]]
    number = "" if tries["at_most"] is None else tries["at_most"]
    return f"{sign}{number} {tries['why']}"


def never_more(tries: dict[str, Any], truth: int) -> None:
    """The promise: nothing shown is above the truth, and what calls itself exact is exact."""
    if tries["certainty"] == "exact":
        assert tries["at_most"] == truth, (tries, truth)
    elif tries["certainty"] == "at_most":
        assert tries["at_most"] <= truth, (tries, truth)
    else:
        assert tries["at_most"] is None, tries


@dataclass
class Figures:
    """One table."""

    title: str
    headings: tuple[str, ...] = HEADINGS
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, *cells: object) -> None:
        """A line of the table."""
        self.rows.append(tuple(str(cell) for cell in cells))

    def __str__(self) -> str:
        lines = [self.headings, *self.rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        padded = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
        return "\n".join([f"\n{self.title}", *(line.rstrip() for line in padded)])
