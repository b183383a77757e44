"""Misses that other programs made: what is gone from a true counter, less what this computer's ledger knows of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.session.ledger import UNSPENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.pin import PinReading
    from tokenmgr.session.ledger import Event

#: The PIN was right, or is another one: all tries are back.
BACK = frozenset({"right", "reset"})


class Counted(NamedTuple):
    """A true counter as it was read, and where the ledger stood then."""

    exact: int
    #: The time of the ledger's last line, 0 where there was none.
    mark: float


class Since(NamedTuple):
    """What happened since a counter was read."""

    #: Tries that others spent.
    missed: int = 0
    #: Those of them that no right PIN came after.
    standing: int = 0
    #: Whether a right PIN gave all tries back meanwhile, whoever typed it.
    right: bool = False


def counted(reading: PinReading, before: Sequence[Event], after: Sequence[Event]) -> Counted | None:
    """The counter, if it can be held against the ledger: nobody was trying while it was read."""
    if reading.exact is None or before != after or any(event.what in {"begun", "doubt"} for event in after):
        return None
    return Counted(reading.exact, after[-1].at if after else 0.0)


def since(before: Counted, now: Counted, events: Sequence[Event], limit: int | None) -> Since:
    """Hold two looks at a counter against what the ledger says of the time between."""
    if now.mark < before.mark:
        return Since()  # the ledger is another one, or somebody has set the clock back: nothing can be said
    expected: int | None = before.exact
    missed, standing, right = 0, 0, now.exact > before.exact
    for event in events:
        if event.at <= before.mark:
            continue
        if event.what in BACK:
            expected, standing, right = event.tries or limit, 0, True
        elif event.what not in UNSPENT and expected is not None:
            left = expected - 1 if event.tries is None else event.tries
            more = max(expected - 1 - left, 0)
            expected, missed, standing = left, missed + more, standing + more
    more = max(expected - now.exact, 0) if expected is not None else 0
    return Since(missed + more, standing + more, right)
