"""A new user PIN with somebody else's word: the administrator's PIN, the PUK, or a response to a challenge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.asking import last_try, officer_pin
from tokenmgr.actions.new_pin import ask_new_pin
from tokenmgr.model.errors import NotSupported
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import Ability, TokenFlag

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.session.session import TokenSession

WAYS = {"puk": Ability.UNLOCK_BY_PUK, "so": Ability.UNLOCK_BY_SO}


def unlock(session: TokenSession, ask: Ask, way: str = "") -> None:
    """By PUK or by the administrator, whichever this token knows; the PUK where it knows both."""
    chosen = way or next((name for name, ability in WAYS.items() if ability in session.token.abilities), "")
    if not chosen or WAYS[chosen] not in session.token.abilities:
        raise NotSupported("unlock")
    if chosen == "puk":
        unlock_by_puk(session, ask)
    else:
        set_pin(session, ask)


def unlock_by_puk(session: TokenSession, ask: Ask) -> None:
    """PUK and new PIN."""
    puk = ask.pin(session.token, PinKind.PUK, session.tries(PinKind.PUK), "unlock")
    try:
        new = ask_new_pin(session, PinKind.USER, ask)
        try:
            session.unlock_by_puk(puk, new, last_try(session, PinKind.PUK, ask))
        finally:
            new.wipe()
    finally:
        puk.wipe()


def set_pin(session: TokenSession, ask: Ask) -> None:
    """Administrator's PIN and new PIN."""
    if TokenFlag.PIN_PAD in session.token.flags:
        ask.use_pin_pad(session.token, PinKind.SO)
        session.set_pin(None, None, last_try(session, PinKind.SO, ask))
        return
    officer = officer_pin(session, ask, "unlock")
    try:
        new = ask_new_pin(session, PinKind.USER, ask)
        try:
            session.set_pin(officer, new, last_try(session, PinKind.SO, ask))
        finally:
            new.wipe()
    finally:
        officer.wipe()
