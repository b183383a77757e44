"""Questions several verbs ask alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import TokenFlag

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.ask import Ask
    from tokenmgr.model.pin import Pin, TriesLeft
    from tokenmgr.session.session import TokenSession


def last_try(session: TokenSession, kind: PinKind, ask: Ask) -> Callable[[TriesLeft], bool]:
    """How the guard asks a person whether the last try may be spent."""
    return lambda tries: ask.spend_last_try(session.token, kind, tries)


def officer_pin(session: TokenSession, ask: Ask, purpose: str) -> Pin:
    """The administrator's: kept since they logged on, else asked for."""
    kept = session.kept(PinKind.SO)
    return ask.pin(session.token, PinKind.SO, session.tries(PinKind.SO), purpose) if kept is None else kept


def ask_pin(session: TokenSession, kind: PinKind, ask: Ask, purpose: str) -> Pin | None:
    """The PIN, or None where it is typed on the reader's own keys."""
    if TokenFlag.PIN_PAD in session.token.flags:
        ask.use_pin_pad(session.token, kind)
        return None
    return ask.pin(session.token, kind, session.tries(kind), purpose)
