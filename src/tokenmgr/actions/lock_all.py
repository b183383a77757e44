"""Forget every PIN and close every token."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tokenmgr.model.errors import TokenError

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk


def lock_all(desk: Desk) -> None:
    """PINs first, which needs nobody; a token that does not answer keeps nobody from closing the others."""
    desk.cache.clear()
    for session in desk.inventory.sessions:
        with suppress(TokenError):
            session.logout()
