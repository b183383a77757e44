"""Which tokens this process has opened. Pulling a token, resetting or emptying it closes it everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import LoginNeeded, PinMustChange
from tokenmgr.model.pin import PinKind

if TYPE_CHECKING:
    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.practice.state import TokenState


class Opening(NamedTuple):
    """One login: by whom, and of which insertion of which token."""

    kind: PinKind
    token_key: bytes
    generation: int
    epoch: str

    def __repr__(self) -> str:
        """The key is not for printing."""
        return f"Opening({self.kind.value}, {self.generation})"


class Openings:
    """One login a token, as PKCS#11 has it."""

    def __init__(self) -> None:
        self._by_serial: dict[str, Opening] = {}

    def open(self, state: TokenState, kind: PinKind, token_key: bytes) -> None:
        self._by_serial[state.serial] = Opening(kind, token_key, state.generation, state.epoch)

    def close(self, token: TokenId) -> None:
        self._by_serial.pop(token.serial, None)

    def close_all(self) -> None:
        self._by_serial.clear()

    def is_open(self, state: TokenState, kind: PinKind) -> bool:
        opening = self._current(state)
        return opening is not None and opening.kind is kind

    def user_key(self, token: TokenId, state: TokenState) -> bytes:
        """The token's key, where the user has opened it and does not owe it a new PIN first."""
        opening = self._current(state)
        if opening is None or opening.kind is not PinKind.USER:
            raise LoginNeeded(token)
        require_own_pin(token, state)
        return opening.token_key

    def _current(self, state: TokenState) -> Opening | None:
        opening = self._by_serial.get(state.serial)
        if opening is None or (opening.generation, opening.epoch) != (state.generation, state.epoch):
            return None
        return opening


def require_own_pin(token: TokenId, state: TokenState) -> None:
    """Refuse while the PIN is still the one that everybody knows."""
    secret = state.secrets.get(PinKind.USER)
    if secret is not None and secret.must_change:
        raise PinMustChange(token, PinKind.USER)
