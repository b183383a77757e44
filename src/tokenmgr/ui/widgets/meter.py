"""The tries left as cells: one a try, filled from the left, and how surely that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tokenmgr.model.pin import Certainty
from tokenmgr.ui import theme
from tokenmgr.ui.widgets.chip import certainty_words
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tokenmgr.model.pin import TriesLeft

GAP = 3
#: Where neither token nor issuer says how many there are in all.
CELLS_UNKNOWN = 10
#: The colour of the number beside the cells.
ROLES = {"meter": "text", "meter_warn": "warn", "bad": "bad"}
#: From here on the meter warns, and from here on it is bad.
WARN, BAD = 5, 3


def tone(tries: TriesLeft) -> str:
    """Neutral, warn or bad."""
    if tries.at_most is None or tries.at_most > WARN or tries.at_most == tries.limit:
        return "meter"
    return "bad" if tries.at_most <= BAD else "meter_warn"


def spoken(tries: TriesLeft) -> str:
    """The number and its certainty in words, for whoever cannot see the cells."""
    if tries.at_most is None:
        return translate("Tries", "Tries left: unknown")
    certainty = certainty_words(tries.certainty)[0]
    if tries.limit is None:
        return translate("Tries", "{count} tries left, {certainty}").format(count=tries.at_most, certainty=certainty)
    text = translate("Tries", "{count} of {limit} tries left, {certainty}")
    return text.format(count=tries.at_most, limit=tries.limit, certainty=certainty)


class Meter(QWidget):
    """Exact: full cells. At most: the lower half. Unknown: dashed outlines."""

    def __init__(self, tries: TriesLeft, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tries = tries
        self._height = height
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_tries(tries)

    def show_tries(self, tries: TriesLeft) -> None:
        """Another number."""
        self._tries = tries
        self.setAccessibleName(spoken(tries))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough to be counted."""
        return QSize(160, self._height)

    def _cells(self) -> int:
        tries = self._tries
        return max(tries.limit or tries.at_most or CELLS_UNKNOWN, tries.at_most or 0, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Whole pixels, so that every cell is as wide as the next or one more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = self._cells()
        room = self.width() - GAP * (cells - 1)
        left = 0
        for number in range(cells):
            width = room * (number + 1) // cells - room * number // cells
            self._paint_cell(painter, QRectF(left, 0, width, self._height), number)
            left += width + GAP

    def _paint_cell(self, painter: QPainter, cell: QRectF, number: int) -> None:
        tries = self._tries
        known = tries.at_most is not None
        filled = tries.at_most is not None and number < tries.at_most
        outline = theme.colour(tone(tries) if filled else "meter_used")
        pen = QPen(outline, 1)
        if not known:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        body = cell.adjusted(0.5, 0.5, -0.5, -0.5)
        if filled and tries.certainty is Certainty.EXACT:
            painter.setBrush(outline)
        painter.drawRoundedRect(body, 1.5, 1.5)
        if filled and tries.certainty is Certainty.AT_MOST:
            half = QRectF(body.left(), body.center().y(), body.width(), body.height() / 2)
            painter.setBrush(outline)
            painter.drawRoundedRect(half, 1, 1)
