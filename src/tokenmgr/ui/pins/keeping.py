"""How long a PIN is kept after it was typed: not at all, half an hour, up to two hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tokenmgr.session.cache import CHOICES
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.ui.screen import Screen


def ways() -> list[tuple[str, str]]:
    """The choices and their words."""
    words = {0: translate("PinDialogs", "Off")}
    hours = {30: "0.5", 60: "1", 90: "1.5", 120: "2"}
    return [
        (str(minutes), words.get(minutes) or translate("PinDialogs", "{count} h").format(count=hours[minutes]))
        for minutes in CHOICES
    ]


class Keeping(QWidget):
    """Chosen beside a PIN; it holds from that PIN on, and for the next ones."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._minutes = screen.choices.now.pin_cache_minutes
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Text(translate("PinDialogs", "Keep this PIN"), role="text2"))
        line.addStretch(1)
        chosen = Segmented(ways(), str(self._minutes))
        chosen.setAccessibleName(translate("PinDialogs", "Keep this PIN"))
        chosen.chosen.connect(self._choose)
        line.addWidget(chosen)

    def _choose(self, key: str) -> None:
        self._minutes = int(key)

    def choose(self) -> int:
        """What holds from now on, in minutes."""
        self._screen.choices.choose(pin_cache_minutes=self._minutes)
        return self._minutes
