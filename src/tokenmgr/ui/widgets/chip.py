"""Small rounded labels: a state, a certainty, practice. Not clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tokenmgr.model.pin import Certainty
from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT = 22
ICON = 14
PAD = 9
#: Tone -> fill, text, border; "" for none.
TONES = {
    "plain": ("", "text2", "button_border"),
    "accent": ("accent_soft", "accent_text", ""),
    "ok": ("ok_soft", "ok", ""),
    "warn": ("warn_soft", "warn", ""),
    "bad": ("bad_soft", "bad", ""),
    "dashed": ("", "text2", "disabled"),
}


class Chip(QWidget):
    """Icon and word in a pill."""

    def __init__(self, text: str, icon: str = "", tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._icon, self._tone = "", "", "plain"
        self.setFont(typography.font("second"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_as(text, icon, tone)

    def show_as(self, text: str, icon: str = "", tone: str = "plain") -> None:
        """Another state."""
        if (text, icon, tone) == (self._text, self._icon, self._tone):
            return
        self._text, self._icon, self._tone = text, icon, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        width = QFontMetrics(self.font()).horizontalAdvance(self._text) + 2 * PAD
        return QSize(width + (ICON + 4 if self._icon else 0), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It never gives way."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pill, icon, word."""
        fill, text, border = TONES[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour(border), 1) if border else QPen(Qt.PenStyle.NoPen)
        if self._tone == "dashed":
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(body, HEIGHT / 2 - 0.5, HEIGHT / 2 - 0.5)
        left = PAD
        if self._icon:
            icons.paint(painter, self._icon, left, (HEIGHT - ICON) // 2, ICON, text, self.devicePixelRatioF())
            left += ICON + 4
        painter.setPen(theme.colour(text))
        painter.setFont(self.font())
        painter.drawText(QRectF(left, 0, self.width() - left, HEIGHT), Qt.AlignmentFlag.AlignVCenter, self._text)


def certainty_words(certainty: Certainty) -> tuple[str, str]:
    """The word and the icon for how surely a number is known."""
    return {
        Certainty.EXACT: (translate("Tries", "Exact"), "exact"),
        Certainty.AT_MOST: (translate("Tries", "At most"), "at-most"),
        Certainty.UNKNOWN: (translate("Tries", "Unknown"), "unknown"),
    }[certainty]


def certainty_chip(certainty: Certainty) -> Chip:
    """How surely the number beside it is known."""
    word, icon = certainty_words(certainty)
    return Chip(word, icon)


def practice_chip() -> Chip:
    """Everywhere the name of a practice token appears."""
    return Chip(translate("Tokens", "Practice"), "", "dashed")
