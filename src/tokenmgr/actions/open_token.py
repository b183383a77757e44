"""Open a token for the work that follows, with the kept PIN or by asking for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.asking import ask_pin, last_try
from tokenmgr.model.pin import PinKind

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.session.session import TokenSession


def open_token(session: TokenSession, ask: Ask, purpose: str, *, kept: bool = True) -> None:
    """One question at most, one try at most. Not `kept`: a person is asked all the same, and has to be right."""
    if kept and session.login_with_kept_pin():
        return
    pin = ask_pin(session, PinKind.USER, ask, purpose)
    try:
        session.login(pin, last_try(session, PinKind.USER, ask))
    finally:
        if pin is not None:
            pin.wipe()
