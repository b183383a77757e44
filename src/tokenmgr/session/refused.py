"""PINs that this run has seen refused: known again, never kept."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from tokenmgr.session.ledger import named

if TYPE_CHECKING:
    from tokenmgr.model.pin import Pin, PinKind
    from tokenmgr.model.token import TokenId


class RefusedPins:
    """Keyed hashes in memory. On disk eight digits could be guessed from them; the key dies with the process."""

    def __init__(self) -> None:
        self._key = os.urandom(32)  # as the module secrets does, which costs 1.5 ms
        self._seen: dict[tuple[TokenId, PinKind], set[bytes]] = {}

    def _mark(self, token: TokenId, kind: PinKind, pin: Pin) -> bytes:
        said = f"{named(token)}\x1f{kind.value}\x1f".encode() + pin.reveal()
        return hashlib.blake2b(said, key=self._key, digest_size=32).digest()

    def add(self, token: TokenId, kind: PinKind, pin: Pin) -> None:
        """This one was refused."""
        self._seen.setdefault((token, kind), set()).add(self._mark(token, kind, pin))

    def known(self, token: TokenId, kind: PinKind, pin: Pin) -> bool:
        """Whether it was."""
        return self._mark(token, kind, pin) in self._seen.get((token, kind), ())

    def forget(self, token: TokenId, kind: PinKind) -> None:
        """The PIN was changed: what was wrong may be right now."""
        self._seen.pop((token, kind), None)
