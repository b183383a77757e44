"""What a dialog turns into between challenge and response: the token waits, and nothing else may be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tokenmgr.ui import type as typography
from tokenmgr.ui.widgets.banner import Banner
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.facts import copy
from tokenmgr.ui.widgets.fields import labelled
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

GROUP = 4
LONGEST = 512


class ChallengePage(QWidget):
    """Read it out, or copy it; then type the response."""

    changed = Signal()

    def __init__(self, challenge: bytes) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        fact = translate("PinDialogs", "Do nothing else with this token now")
        why = translate("PinDialogs", "Leave it plugged in. Any other use makes this challenge void.")
        column.addWidget(Banner("warn", fact, why))
        column.addWidget(Text(translate("PinDialogs", "Challenge, for your administrator"), role="text2"))
        column.addLayout(_shown(challenge))
        self._field = QLineEdit()
        self._field.setFixedHeight(34)
        self._field.setMaxLength(LONGEST)
        self._field.setFont(typography.monospace())
        self._field.textChanged.connect(lambda _text: self.changed.emit())
        column.addWidget(labelled(translate("PinDialogs", "Response"), self._field))
        self.setFocusProxy(self._field)

    @property
    def response(self) -> bytes | None:
        """What was typed, with or without blanks and dashes; None for what is none."""
        try:
            return bytes.fromhex(self._plain) or None
        except ValueError:
            return None

    @property
    def _plain(self) -> str:
        return "".join(self._field.text().replace("-", " ").split())

    def trouble(self) -> str:
        """Why it cannot be sent."""
        if not self._plain:
            return translate("PinDialogs", "Type the response")
        return "" if self.response else translate("PinDialogs", "Only 0 to 9 and A to F, in pairs")


def _shown(challenge: bytes) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    grouped = spaced(challenge)
    words = Text(grouped, "strong", wrap=True)
    words.setFont(typography.monospace())
    words.setAccessibleName(grouped)
    line.addWidget(words, 1)
    line.addWidget(button(translate("PinDialogs", "Copy"), lambda: copy(grouped), icon="copy", small=True))
    return line


def spaced(data: bytes) -> str:
    """In groups of four, to be read over a telephone."""
    text = data.hex().upper()
    return " ".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))
