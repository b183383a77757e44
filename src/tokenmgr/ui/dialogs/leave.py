"""End the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen


def leave(screen: Screen, _token: TokenId | None, _about: object) -> None:
    """Whoever runs the program decides how."""
    screen.quit_wanted.emit()
