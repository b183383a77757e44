"""Delete from a token: a certificate, with its key where that is wanted; a key; a data object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.open_token import open_token
from tokenmgr.model.certificate import Certificate
from tokenmgr.model.errors import NotSupported, ObjectMissing
from tokenmgr.model.token import Ability, DataObject, KeyRef

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.session.session import TokenSession

    Content = Certificate | KeyRef | DataObject


def take_out(
    session: TokenSession, content: Content, ask: Ask, *, with_key: bool = False, kept_pin: bool = True
) -> int:
    """How many objects went. Just this certificate goes, not another that shares its key."""
    if Ability.STORE not in session.token.abilities:
        raise NotSupported("store")
    open_token(session, ask, "delete", kept=kept_pin)
    if isinstance(content, Certificate):
        count = session.delete("certificate", content.id, content.facts.der)
        return count + (session.delete("key", content.id) if with_key else 0)
    count = session.delete("key" if isinstance(content, KeyRef) else "data", content.id)
    if not count:
        raise ObjectMissing(content.label)  # another program was quicker
    return count
