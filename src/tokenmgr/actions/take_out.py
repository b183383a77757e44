"""Delete a certificate from a token, with its key where that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.open_token import open_token
from tokenmgr.model.errors import NotSupported
from tokenmgr.model.token import Ability

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.session import TokenSession


def take_out(session: TokenSession, certificate: Certificate, ask: Ask, *, with_key: bool) -> int:
    """How many objects went. Just this certificate goes, not another that shares its key."""
    if Ability.STORE not in session.token.abilities:
        raise NotSupported("store")
    open_token(session, ask, "delete")
    count = session.delete("certificate", certificate.id, certificate.facts.der)
    return count + (session.delete("key", certificate.id) if with_key else 0)
