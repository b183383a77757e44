"""Misses by others: only what neither this computer's own tries nor a doubtful counter explains."""

from __future__ import annotations

import pytest

from tokenmgr.model.pin import PinReading
from tokenmgr.session.ledger import Event
from tokenmgr.session.others import Counted, Since, counted, since

LIMIT = 15


def event(at: float, what: str, tries: int | None = None) -> Event:
    return Event(at, what, tries)


CASES = {
    "nothing happened": (Counted(15, 0), Counted(15, 0), [], Since()),
    "another program missed twice": (Counted(15, 0), Counted(13, 0), [], Since(2, 2)),
    "we missed once": (Counted(15, 0), Counted(14, 1), [event(1, "wrong", 14)], Since()),
    "we missed where the token does not count": (Counted(15, 0), Counted(14, 1), [event(1, "wrong")], Since()),
    "ours was lost on the way": (Counted(15, 0), Counted(14, 1), [event(1, "lost")], Since()),
    "ours never reached it": (Counted(15, 0), Counted(14, 1), [event(1, "void")], Since(1, 1)),
    "both of us": (Counted(15, 0), Counted(12, 1), [event(1, "wrong", 13)], Since(2, 2)),
    "the older miss is in the count already": (Counted(14, 1), Counted(13, 1), [event(1, "wrong", 14)], Since(1, 1)),
    "another's right PIN": (Counted(3, 0), Counted(15, 0), [], Since(right=True)),
    "our right PIN": (Counted(3, 0), Counted(15, 1), [event(1, "right", 15)], Since(right=True)),
    "another missed, then we were right": (
        Counted(15, 0),
        Counted(15, 2),
        [event(1, "wrong", 12), event(2, "right", 15)],
        Since(2, 0, right=True),
    ),
    "we were right, then another missed": (
        Counted(3, 0),
        Counted(14, 1),
        [event(1, "right", 15)],
        Since(1, 1, right=True),
    ),
    "right, without a word on how many that gives": (
        Counted(3, 0),
        Counted(14, 1),
        [event(1, "right")],
        Since(1, 1, right=True),
    ),
    "a new PIN": (Counted(0, 0), Counted(15, 2), [event(1, "locked"), event(2, "reset")], Since(right=True)),
    "another ledger": (Counted(15, 7), Counted(12, 0), [], Since()),
    "the clock was set back": (Counted(15, 7), Counted(14, 3), [event(3, "wrong", 14)], Since()),
}


@pytest.mark.parametrize(("before", "now", "events", "expected"), CASES.values(), ids=CASES.keys())
def test_what_happened_between_two_looks(before: Counted, now: Counted, events: list[Event], expected: Since) -> None:
    assert since(before, now, events, LIMIT) == expected


def test_without_a_limit_a_right_pin_leaves_nothing_to_hold_it_against() -> None:
    assert since(Counted(3, 0), Counted(14, 1), [event(1, "right")], None) == Since(right=True)


WRONG = event(4.5, "wrong", 14)


@pytest.mark.parametrize(
    ("reading", "before", "after", "expected"),
    [
        (PinReading(exact=14), [], [], Counted(14, 0.0)),
        (PinReading(exact=14), [WRONG], [WRONG], Counted(14, 4.5)),
        (PinReading(), [], [], None),
        (PinReading(exact=14), [], [WRONG], None),
        (PinReading(exact=14), [event(1, "begun")], [event(1, "begun")], None),
        (PinReading(exact=14), [event(1, "doubt")], [event(1, "doubt")], None),
    ],
)
def test_a_counter_is_only_held_against_a_ledger_at_rest(
    reading: PinReading, before: list[Event], after: list[Event], expected: Counted | None
) -> None:
    assert counted(reading, before, after) == expected
