"""A surface with rounded corners on which things lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

RADIUS = 8
SHADOWS = (18, 9)  # of 255, on the two rows below


class Card(QWidget):
    """Its content stands in `layout()`; nothing in a card is a card."""

    def __init__(self, parent: QWidget | None = None, *, role: str = "surface", flat: bool = False) -> None:
        super().__init__(parent)
        self._role, self._flat = role, flat
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)  # the shadow
        column.setSpacing(0)
        self.column = column

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shadow, surface, border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -2.5)
        if not theme.current().dark and not self._flat:
            for depth, alpha in enumerate(SHADOWS, 1):
                painter.setPen(QPen(QColor(0, 0, 0, alpha)))
                painter.drawRoundedRect(body.translated(0, depth), RADIUS, RADIUS)
        painter.setPen(QPen(theme.colour("border")))
        painter.setBrush(theme.colour(self._face()))
        painter.drawRoundedRect(body, RADIUS, RADIUS)

    def _face(self) -> str:
        return self._role


class PressableCard(Card):
    """A card that opens something, by mouse or by key."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only a click that also began here, and nowhere on a button in it."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As buttons do."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
