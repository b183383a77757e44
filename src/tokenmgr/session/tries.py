"""From what the token says, what the issuer says and what the ledger knows to one honest number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.pin import Certainty, TriesLeft, Why

if TYPE_CHECKING:
    from tokenmgr.model.pin import PinReading
    from tokenmgr.session.ledger import Past


def estimate(reading: PinReading, past: Past, limit: int | None) -> TriesLeft:
    """A true counter first, then the flags, then the limit less the misses; never more than any of them allows."""
    limit = reading.limit or limit
    if reading.exact is not None and not past.doubted:
        return TriesLeft(reading.exact, Certainty.EXACT, reading.source or Why.CARD_COUNTER, limit)
    if reading.locked:
        return TriesLeft(0, Certainty.EXACT, Why.FLAG_LOCKED, limit)
    if reading.final:
        return TriesLeft(1, Certainty.EXACT, Why.FLAG_FINAL, limit)
    return _bounded(reading, past, limit)


def _bounded(reading: PinReading, past: Past, limit: int | None) -> TriesLeft:
    bounds: list[tuple[int, Why]] = []
    if past.left is not None and (past.misses or past.left != limit):
        bounds.append((past.left, Why.LEDGER))
    if limit is not None:
        # Somebody has missed; where this ledger saw nobody, another program did.
        bounds.append((limit - 1, Why.FLAG_LOW) if reading.low else (limit, Why.LIMIT))
    if reading.exact is not None:
        bounds.append((reading.exact, reading.source or Why.CARD_COUNTER))
    if not bounds:
        return TriesLeft(None, Certainty.UNKNOWN, Why.FLAG_LOW if reading.low else Why.NOTHING, limit)
    at_most, why = min(bounds, key=lambda bound: bound[0])
    return TriesLeft(at_most, Certainty.AT_MOST, why, limit)
