"""One line a measure, and the table of all."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Figure(NamedTuple):
    """One measure: ours, theirs, and what was to be reached."""

    measure: str
    ours: str
    theirs: str
    result: str
    reach: str
    reached: bool | None

    @classmethod
    def ratio(cls, measure: str, ours: float, theirs: float, most: float) -> Figure:
        """Milliseconds against milliseconds."""
        found = ours / theirs
        return cls(measure, f"{ours:.1f} ms", f"{theirs:.1f} ms", f"{found:.2f}x", f"<= {most}x", found <= most)

    @classmethod
    def at_most(cls, measure: str, ours: float, unit: str, most: float, theirs: str = "") -> Figure:
        """A number with an upper bound."""
        return cls(measure, f"{ours:.2f} {unit}", theirs, f"{ours:.2f} {unit}", f"<= {most} {unit}", ours <= most)

    @classmethod
    def missing(cls, measure: str, why: str) -> Figure:
        """Could not be measured here."""
        return cls(measure, "", "", why, "", None)


def side_by_side(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians in milliseconds, taken in turns, so that a slow moment hits both."""
    pairs = [(milliseconds(ours), milliseconds(theirs)) for _ in range(rounds + 1)][1:]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def show(figures: Sequence[Figure]) -> None:
    """The table."""
    rows = [("measure", "ours", "theirs", "result", "reach", "")]
    marks = {True: "ok", False: "MISSED", None: "-"}
    rows += [(each.measure, each.ours, each.theirs, each.result, each.reach, marks[each.reached]) for each in figures]
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip())
