"""Stands where a module's provider would: its tokens are shown, and every verb on them is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, cast

from tokenmgr.model.errors import TokenBusy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.model.token import Token, TokenId
    from tokenmgr.providers.base import CertificateStore, KeyMaker, PinControl
    from tokenmgr.session.waiting import Held


def busy(token: TokenId, *_more: Any, **_named: Any) -> NoReturn:
    """Whatever was wished."""
    raise TokenBusy(token)


class Refusing:
    """Any part of a provider: each of its verbs is refused."""

    def __getattr__(self, _verb: str) -> Callable[..., NoReturn]:
        return busy


class BusyProvider:
    """The tokens of a module that is left alone until the administrator's response is in."""

    def __init__(self, held: Held) -> None:
        refusing = Refusing()
        self.name = held.token.provider
        self.pin = cast("PinControl", refusing)
        self.keys = cast("KeyMaker", refusing)
        self.store = cast("CertificateStore", refusing)
        self._held = held

    def tokens(self) -> Sequence[Token]:
        """What was known before the wait."""
        return self._held.tokens

    certificates = private_keys = sign = sign_with_pin = decrypt = staticmethod(busy)

    def close(self) -> None:
        """Nothing is held here."""
