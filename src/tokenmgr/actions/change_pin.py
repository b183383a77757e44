"""Exchange a PIN for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.asking import last_try
from tokenmgr.actions.new_pin import ask_new_pin
from tokenmgr.model.token import TokenFlag

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.model.pin import PinKind
    from tokenmgr.session.session import TokenSession


def change_pin(session: TokenSession, kind: PinKind, ask: Ask) -> None:
    """Current PIN, new PIN; a new one against the rules is told before the token sees either."""
    if TokenFlag.PIN_PAD in session.token.flags:
        ask.use_pin_pad(session.token, kind)
        session.change_pin(kind, None, None, last_try(session, kind, ask))
        return
    old = ask.pin(session.token, kind, session.tries(kind), "change-pin")
    try:
        new = ask_new_pin(session, kind, ask, other_than=old)
        try:
            session.change_pin(kind, old, new, last_try(session, kind, ask))
        finally:
            new.wipe()
    finally:
        old.wipe()
