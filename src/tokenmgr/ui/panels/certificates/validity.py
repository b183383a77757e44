"""How long a certificate lasts: a bar from its first day to its last, and where today is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui import theme
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.token_words import Said, days_words
from tokenmgr.ui.widgets.facts import not_reported
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import day, translate

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from tokenmgr.model.certificate import CertificateFacts
    from tokenmgr.ui.panels.certificates.entries import Entry

HEIGHT, LINE = 14, 6


class Bar(QWidget):
    """Filled as far as time has gone; `gone` from 0 to 1, or None where nobody knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._gone: float | None = None
        self._tone = "text"

    def show_gone(self, gone: float | None, tone: str) -> None:
        """Another certificate, or another day."""
        self._gone, self._tone = gone, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline, filling, today."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0.5, (HEIGHT - LINE) / 2 + 0.5, self.width() - 1, LINE - 1)
        painter.setPen(QPen(theme.colour("meter_used")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(line, 3, 3)
        if self._gone is None:
            return
        today = round(self._gone * (self.width() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("meter"))
        painter.drawRoundedRect(QRectF(0, line.top() - 0.5, max(today - 1, 0), LINE), 3, 3)
        if 0 < self._gone < 1:
            painter.fillRect(today, 0, 2, HEIGHT, theme.colour(self._tone))


class Validity(QWidget):
    """The bar, and the two dates below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._bar = Bar()
        column.addWidget(self._bar)
        line = QHBoxLayout()
        line.setSpacing(4)
        self._begin = Text("", "second", "text2")
        self._icon = Icon("calendar", 14, "warn")
        self._left = Elided("", "second-strong", "text", Qt.TextElideMode.ElideRight)
        self._end = Text("", "second", "text2")
        line.addWidget(self._begin)
        line.addStretch(1)
        line.addWidget(self._icon)
        line.addWidget(self._left)
        line.addSpacing(4)
        line.addWidget(self._end)
        column.addLayout(line)

    def show_entry(self, entry: Entry, now: datetime) -> None:
        """Another certificate, or another day."""
        facts = entry.certificate.facts
        said = days_words(entry.certificate, now, entry.place.lead)
        tone = said.tone if said.icon else "text"
        self._bar.show_gone(gone(facts, now), tone)
        self._begin.say(day(facts.not_before) if facts.not_before else not_reported())
        until = translate("Certificates", "until {date}")
        self._end.say(until.format(date=day(facts.not_after)) if facts.not_after else "")
        self._say_left(said, tone)
        self.setAccessibleName(f"{self._begin.text()} {self._end.text()}, {said.text}")

    def _say_left(self, said: Said, tone: str) -> None:
        self._icon.setVisible(bool(said.icon))
        self._icon.show_as("calendar", tone)
        self._left.paint_as(tone if said.icon else "text2")
        self._left.say(said.text)


def gone(facts: CertificateFacts, now: datetime) -> float | None:
    """How much of its time has gone by."""
    if facts.not_before is None or facts.not_after is None or facts.not_after <= facts.not_before:
        return None
    part = (now - facts.not_before) / (facts.not_after - facts.not_before)
    return min(max(part, 0.0), 1.0)
