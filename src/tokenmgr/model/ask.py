"""How a question reaches a person, whatever the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tokenmgr.model.pin import Pin, PinKind, TriesLeft
    from tokenmgr.model.token import Token


class Ask(Protocol):
    """What a screen must be able to ask. Each method may raise Cancelled."""

    def pin(self, token: Token, kind: PinKind, tries: TriesLeft, purpose: str) -> Pin:
        """The PIN, for the purpose named by a verb such as "sign"."""
        ...

    def new_pin(self, token: Token, kind: PinKind) -> Pin:
        """A new PIN, typed twice where a person types it."""
        ...

    def spend_last_try(self, token: Token, kind: PinKind, tries: TriesLeft) -> bool:
        """Whether the last try may be spent; only a clear yes is a yes."""
        ...

    def use_pin_pad(self, token: Token, kind: PinKind) -> None:
        """Tell the person to type on the reader's own keys now."""
        ...
