"""Four cells in a line, filled from the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from tokenmgr.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

CELLS = 4
WIDTH, HEIGHT, GAP = 160, 6, 3


class StrengthMeter(QWidget):
    """What the cells mean stands beside them in a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setFixedSize(WIDTH, HEIGHT)

    def show_step(self, filled: int) -> None:
        """So many of the four."""
        self._filled = filled
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Full ones, then hollow ones."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (WIDTH - GAP * (CELLS - 1)) / CELLS
        for number in range(CELLS):
            colour = theme.colour("meter" if number < self._filled else "meter_used")
            painter.setPen(QPen(colour, 1))
            painter.setBrush(colour if number < self._filled else Qt.BrushStyle.NoBrush)
            cell = QRectF(number * (width + GAP), 0, width, HEIGHT).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(cell, 2, 2)
