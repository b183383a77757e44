"""From what the token says, what the issuer says and what the ledger knows to one honest number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.pin import Certainty, TriesLeft, Why

if TYPE_CHECKING:
    from tokenmgr.model.pin import PinReading
    from tokenmgr.session.ledger import Past

    Bound = tuple[int, Why]


def estimate(reading: PinReading, past: Past, limit: int | None) -> TriesLeft:
    """A true counter first, then the flags, then the limit less the misses; never more than any of them allows."""
    limit = reading.limit or limit
    counter = None if past.doubted else _counter(reading)
    said = [bound for bound in (counter, _flag(reading)) if bound]
    if not said:
        return _bounded(reading, past, limit)
    at_most, why = min(said, key=_number)  # the counter where both say the same
    agreed = all(number == at_most for number, _ in said)
    return TriesLeft(at_most, Certainty.EXACT if agreed else Certainty.AT_MOST, why, limit)


def _counter(reading: PinReading) -> Bound | None:
    return None if reading.exact is None else (reading.exact, reading.source or Why.CARD_COUNTER)


def _flag(reading: PinReading) -> Bound | None:
    if reading.locked:
        return 0, Why.FLAG_LOCKED
    return (1, Why.FLAG_FINAL) if reading.final else None


def _bounded(reading: PinReading, past: Past, limit: int | None) -> TriesLeft:
    bounds = [bound for bound in (_noted(reading, past, limit), _published(reading, limit), _counter(reading)) if bound]
    if not bounds:
        return TriesLeft(None, Certainty.UNKNOWN, Why.FLAG_LOW if reading.low else Why.NOTHING, limit)
    at_most, why = min(bounds, key=_number)
    return TriesLeft(at_most, Certainty.AT_MOST, why, limit)


def _noted(reading: PinReading, past: Past, limit: int | None) -> Bound | None:
    """What the ledger allows."""
    if past.locked and not _unlocked_since(reading, past):
        return 0, Why.LEDGER
    return (past.left, Why.LEDGER) if past.left is not None and (past.misses or past.left != limit) else None


def _published(reading: PinReading, limit: int | None) -> Bound | None:
    """Somebody has missed where the token says "low"; where this ledger saw nobody, another program did."""
    if limit is None:
        return None
    return (limit - 1, Why.FLAG_LOW) if reading.low else (limit, Why.LIMIT)


def _unlocked_since(reading: PinReading, past: Past) -> bool:
    """By another program: the token showed its lock, and shows nothing of it now."""
    return past.lock_shown and not (reading.low or reading.final or reading.locked)


def _number(bound: Bound) -> int:
    return bound[0]
