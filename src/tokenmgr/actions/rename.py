"""Give a token another label, on the token itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.open_token import open_token
from tokenmgr.model.errors import NotSupported
from tokenmgr.model.token import Ability

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.session.session import TokenSession

LABEL_BYTES = 32


def rename_on_token(session: TokenSession, label: str, ask: Ask) -> None:
    """Where the token can be written to."""
    if Ability.RENAME not in session.token.abilities:
        raise NotSupported("rename")
    check_label(label)
    open_token(session, ask, "rename")
    session.rename(label)


def check_label(label: str) -> None:
    """A token has so much room for it; cut off it would end in half a character."""
    if len(label.encode(errors="replace")) > LABEL_BYTES:
        raise NotSupported("label-too-long")
