"""Empty a token and begin anew: everything on it dies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.asking import last_try, officer_pin
from tokenmgr.actions.new_pin import ask_new_pin
from tokenmgr.actions.rename import check_label
from tokenmgr.model.errors import NotSupported
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import Ability

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.session.session import TokenSession


def initialise(session: TokenSession, label: str, ask: Ask) -> None:
    """Administrator's PIN, new user PIN."""
    if Ability.INITIALISE not in session.token.abilities:
        raise NotSupported("initialise")
    check_label(label)
    officer = officer_pin(session, ask, "initialise")
    try:
        user = ask_new_pin(session, PinKind.USER, ask)
        try:
            session.initialise(officer, user, label, last_try(session, PinKind.SO, ask))
        finally:
            user.wipe()
    finally:
        officer.wipe()
