"""One honest number from what token, issuer and ledger say."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tokenmgr.model.pin import Certainty, PinReading, Why
from tokenmgr.session.ledger import FEWEST, Past
from tokenmgr.session.tries import estimate

NOTHING = Past(None, 0, locked=False, doubted=False)


def past(left: int | None, misses: int = 0, *, doubted: bool = False) -> Past:
    return Past(left, misses, locked=False, doubted=doubted)


def lock(*, shown: bool) -> Past:
    """As after the fifteenth miss, told by the token itself."""
    return Past(1, 15, locked=True, doubted=False, lock_shown=shown)


@pytest.mark.parametrize(
    ("reading", "known", "limit", "expected"),
    [
        (PinReading(), NOTHING, None, (None, Certainty.UNKNOWN, Why.NOTHING)),
        (PinReading(low=True), NOTHING, None, (None, Certainty.UNKNOWN, Why.FLAG_LOW)),
        (PinReading(), past(15), 15, (15, Certainty.AT_MOST, Why.LIMIT)),
        (PinReading(), past(12, 3), 15, (12, Certainty.AT_MOST, Why.LEDGER)),
        (PinReading(low=True), past(15), 15, (14, Certainty.AT_MOST, Why.FLAG_LOW)),
        (PinReading(low=True), past(12, 3), 15, (12, Certainty.AT_MOST, Why.LEDGER)),
        (PinReading(final=True), past(9, 6), 15, (1, Certainty.EXACT, Why.FLAG_FINAL)),
        (PinReading(locked=True, final=True), past(9, 6), 15, (0, Certainty.EXACT, Why.FLAG_LOCKED)),
        (PinReading(exact=7, source=Why.VENDOR_COUNTER), past(9, 6), 15, (7, Certainty.EXACT, Why.VENDOR_COUNTER)),
        (PinReading(exact=7), past(9, 6), 15, (7, Certainty.EXACT, Why.CARD_COUNTER)),
        (PinReading(exact=14), past(12, 3, doubted=True), 15, (12, Certainty.AT_MOST, Why.LEDGER)),
        (PinReading(exact=5), past(12, 3, doubted=True), 15, (5, Certainty.AT_MOST, Why.CARD_COUNTER)),
        (PinReading(exact=1, final=True), past(9, 6), 15, (1, Certainty.EXACT, Why.CARD_COUNTER)),
        (PinReading(exact=0, locked=True), past(9, 6), 15, (0, Certainty.EXACT, Why.CARD_COUNTER)),
        (PinReading(exact=0), past(9, 6), 15, (0, Certainty.EXACT, Why.CARD_COUNTER)),
        (PinReading(exact=5, final=True), past(15), 15, (1, Certainty.AT_MOST, Why.FLAG_FINAL)),
        (PinReading(exact=5, locked=True), past(15), 15, (0, Certainty.AT_MOST, Why.FLAG_LOCKED)),
        (PinReading(exact=0, final=True), past(15), 15, (0, Certainty.AT_MOST, Why.CARD_COUNTER)),
        (PinReading(exact=5, final=True), past(15, doubted=True), 15, (1, Certainty.EXACT, Why.FLAG_FINAL)),
        (PinReading(), past(1, 15), 15, (1, Certainty.AT_MOST, Why.LEDGER)),
        (PinReading(), lock(shown=False), 15, (0, Certainty.AT_MOST, Why.LEDGER)),
        (PinReading(), lock(shown=True), 15, (1, Certainty.AT_MOST, Why.LEDGER)),
        (PinReading(low=True), lock(shown=True), 15, (0, Certainty.AT_MOST, Why.LEDGER)),
        (PinReading(final=True), lock(shown=True), 15, (1, Certainty.EXACT, Why.FLAG_FINAL)),
        (PinReading(locked=True), lock(shown=True), 15, (0, Certainty.EXACT, Why.FLAG_LOCKED)),
        (PinReading(exact=15), lock(shown=False), 15, (15, Certainty.EXACT, Why.CARD_COUNTER)),
        (PinReading(), past(3, 1), None, (3, Certainty.AT_MOST, Why.LEDGER)),
    ],
)
def test_what_is_said_and_why(
    reading: PinReading, known: Past, limit: int | None, expected: tuple[int | None, Certainty, Why]
) -> None:
    tries = estimate(reading, known, limit)
    assert (tries.at_most, tries.certainty, tries.why) == expected


def test_the_tokens_own_limit_counts_more_than_the_issuers() -> None:
    assert estimate(PinReading(limit=8), past(8), 15).limit == 8
    assert estimate(PinReading(limit=8), past(8), 15).at_most == 8


@given(
    limit=st.integers(1, 20),
    spent=st.integers(0, 20),
    seen=st.integers(0, 20),
    tells=st.booleans(),
    doubted=st.booleans(),
    honest_low=st.booleans(),
)
def test_never_more_than_the_truth_where_the_ledger_saw_all(
    *, limit: int, spent: int, seen: int, tells: bool, doubted: bool, honest_low: bool
) -> None:
    """Seen is what this computer saw, spent all of it and what others did besides, of which only flags tell."""
    seen, truth = min(seen, limit), max(limit - spent, 0)
    reading = PinReading(
        exact=truth if tells else None,
        low=honest_low and truth < limit,
        final=truth == 1,
        locked=truth == 0,
    )
    left = max(limit - seen, FEWEST)
    at_most = estimate(reading, past(left, seen, doubted=doubted), limit).at_most
    assert at_most is not None
    assert at_most <= max(truth, left)
    if seen >= spent or tells or truth <= 1:
        assert at_most <= truth
