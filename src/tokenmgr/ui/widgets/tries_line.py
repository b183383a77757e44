"""The tries left on a card: number, certainty, why, and the cells below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.icons import Icon
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.chip import Chip, certainty_words
from tokenmgr.ui.widgets.meter import ROLES, Meter, spoken, tone
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.pin import TriesLeft

ICONS = {"meter_warn": "triangle", "bad": "octagon"}


class TriesLine(QWidget):
    """Words before and after the number differ by language: either may be empty."""

    def __init__(
        self, tries: TriesLeft, why: Callable[[], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(6)
        self._icon = Icon("triangle", 16, "warn")
        self._before = Text(translate("Tries", "(before the number)"), role="text2")
        self._number = Text("", "number")
        self._after = Text("", role="text2")
        word, icon = certainty_words(tries.certainty)
        self._chip = Chip(word, icon)
        for each in (self._icon, self._before, self._number, self._after):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(8)
        line.addWidget(self._chip)
        line.addStretch(1)
        if why is not None:
            asks = button(translate("Tries", "Why?"), why, kind="link")
            asks.setAccessibleName(translate("Tries", "Why this many tries?"))
            line.addWidget(asks)
        column.addLayout(line)
        self._meter = Meter(tries)
        column.addWidget(self._meter)
        self.show_tries(tries)

    def show_tries(self, tries: TriesLeft) -> None:
        """What is known now."""
        shade = tone(tries)
        before = translate("Tries", "(before the number)")
        self._before.say("" if before.startswith("(") else before)
        self._before.setVisible(bool(self._before.text()))
        self._icon.setVisible(shade in ICONS)
        self._icon.show_as(ICONS.get(shade, "triangle"), ROLES[shade])
        self._number.say("?" if tries.at_most is None else str(tries.at_most))
        self._number.paint_as(ROLES[shade])
        self._number.setAccessibleName(spoken(tries))
        of = translate("Tries", "of {limit} tries left").format(limit=tries.limit)
        self._after.say(translate("Tries", "tries left") if tries.limit is None else of)
        self._chip.show_as(*certainty_words(tries.certainty))
        self._meter.show_tries(tries)
