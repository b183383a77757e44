"""PINs that this run has seen refused: known again, never kept, and forgotten where the PIN may be another one."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.pin import PinKind
from tokenmgr.session.ledger import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.pin import Pin, PinReading
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.ledger import Event


class Refusal(NamedTuple):
    """One miss."""

    mark: bytes
    #: Where it stands in the ledger.
    line: int
    #: What the token said right after it.
    after: PinReading


class RefusedPins:
    """Keyed hashes in memory. On disk eight digits could be guessed from them; the key dies with the process."""

    def __init__(self) -> None:
        self._key = os.urandom(32)  # as the module secrets does, which costs 1.5 ms
        self._seen: dict[tuple[TokenId, PinKind], list[Refusal]] = {}

    def _mark(self, token: TokenId, kind: PinKind, pin: Pin) -> bytes:
        said = f"{named(token)}\x1f{kind.value}\x1f".encode() + pin.reveal()
        return hashlib.blake2b(said, key=self._key, digest_size=32).digest()

    def add(self, token: TokenId, kind: PinKind, pin: Pin, line: int, after: PinReading) -> None:
        """This one was refused."""
        refusal = Refusal(self._mark(token, kind, pin), line, after)
        self._seen[token, kind] = [*self._seen.get((token, kind), ()), refusal]

    def known(self, token: TokenId, kind: PinKind, pin: Pin) -> bool:
        """Whether it was."""
        mark = self._mark(token, kind, pin)
        return any(refusal.mark == mark for refusal in self._seen.get((token, kind), ()))

    def forget_outlived(self, token: TokenId, kind: PinKind, events: Sequence[Event], now: PinReading) -> None:
        """Those from before the PIN was renewed by another program, which the ledger or the token's own count tells."""
        refusals = self._seen.get((token, kind), [])
        renewed, right = (_last(events, what) for what in ("reset", "right"))
        if any(refusal.line > right and _came_back(refusal.after, now) for refusal in refusals):
            self.forget(token, kind)
        else:
            self._seen[token, kind] = [refusal for refusal in refusals if refusal.line > renewed]

    def forget(self, token: TokenId, *kinds: PinKind) -> None:
        """The PIN was changed: what was wrong may be right now. `kinds`: only these."""
        for kind in kinds or PinKind:
            self._seen.pop((token, kind), None)


def _last(events: Sequence[Event], what: str) -> int:
    return max((event.number for event in events if event.what == what), default=0)


def _came_back(then: PinReading, now: PinReading) -> bool:
    """Tries that were spent are there again, which a right PIN does, or a new one."""
    counted = then.exact is not None and now.exact is not None and now.exact > then.exact
    return counted or (_flagged(then) and not _flagged(now))


def _flagged(reading: PinReading) -> bool:
    return reading.low or reading.final or reading.locked
