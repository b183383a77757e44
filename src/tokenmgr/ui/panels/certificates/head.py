"""Whose certificate it is, where it lies, and how it stands with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.panels.certificates.entry_words import row_words
from tokenmgr.ui.token_words import Said
from tokenmgr.ui.widgets.chip import Chip, practice_chip
from tokenmgr.ui.widgets.lines import joined
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided, Tail
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.ui.panels.certificates.entries import Entry


class Head(QWidget):
    """40 high, filled anew for each certificate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)

    def show_entry(self, entry: Entry, now: datetime) -> None:
        """Another certificate."""
        clear(self._line)
        said = row_words(entry, now)
        self._line.addWidget(Glyph(said.icon))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(said.name, "card"))
        tail = [Tail(visible(entry.place.token.tail))] if entry.here else []
        where = Elided(said.second[1], "second", "text2", Qt.TextElideMode.ElideRight)
        second = [Elided(said.caption, "second", "text2"), _together(where, *tail)]
        names.addWidget(joined(*second))
        self._line.addLayout(names, 1)
        if entry.place.practice:
            self._line.addWidget(practice_chip())
        state = standing(entry, now)
        self._line.addWidget(Chip(state.text, state.icon, state.tone))


def _together(*parts: QWidget) -> QWidget:
    block = QWidget()
    line = QHBoxLayout(block)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    for part in parts:
        line.addWidget(part)
    return block


def standing(entry: Entry, now: datetime) -> Said:
    """Valid, not yet, or not any more; of its dates only."""
    facts = entry.certificate.facts
    if facts.not_after is None or facts.not_before is None:
        return Said(translate("Certificates", "Dates unknown"), "unknown", "plain")
    if entry.state == "expired":
        return Said(translate("Certificates", "Expired"), "calendar", "bad")
    if facts.not_before > now:
        return Said(translate("Certificates", "Not valid yet"), "clock", "warn")
    return Said(translate("Certificates", "Valid"), "check-circle", "ok")
