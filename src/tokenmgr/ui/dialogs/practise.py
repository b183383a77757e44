"""Practice tokens appear, to be used like real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen


def start(screen: Screen, _token: TokenId | None, _about: object) -> None:
    """They show on Home, each marked as practice."""
    screen.practise(True)
    screen.go("home")
