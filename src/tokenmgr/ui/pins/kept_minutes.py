"""How long PINs are kept follows the choice, wherever that is made: beside a PIN, on a page, or by deleting choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from tokenmgr.session.cache import PinCache
    from tokenmgr.ui.screen import Screen

NAME = "pin_cache_minutes"


class KeptMinutes(QObject):
    """One a desk. A matter of memory only, so at once: the PIN typed beside the choice is kept by it already."""

    def __init__(self, screen: Screen, cache: PinCache) -> None:
        super().__init__(screen)
        self._screen, self._cache = screen, cache
        screen.choices.changed.connect(self._chosen)
        self._chosen(NAME)  # it may have been made while the desk was built

    def _chosen(self, name: str) -> None:
        """Less time forgets what is kept already, and pages show it."""
        minutes, before = self._screen.choices.now.pin_cache_minutes, self._cache.minutes
        if name == NAME and minutes != before:
            self._cache.minutes = minutes
            if minutes < before:
                self._screen.look_again()
