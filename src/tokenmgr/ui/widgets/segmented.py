"""Two or three ways to see the same, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from tokenmgr.ui import theme, type as typography
from tokenmgr.ui.widgets.switching import mark, when_chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


class Segment(QAbstractButton):
    """One way."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # told as one of several, not as a box to tick
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Room for the bold form, so that choosing moves nothing."""
        width = typography.metrics("strong").horizontalAdvance(self.text())
        return QSize(width + 30, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen one lies on a surface of its own."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("button_border")))
            painter.setBrush(theme.colour("button"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(typography.font("strong" if self.isChecked() else "body"))
        painter.setPen(theme.colour("text" if self.isChecked() else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Segmented(QWidget):
    """`chosen` tells the key of the way."""

    chosen = Signal(str)

    def __init__(self, ways: Sequence[tuple[str, str]], now: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(3, 3, 3, 3)
        line.setSpacing(2)
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        for key, text in ways:
            segment = Segment(text)
            segment.setChecked(key == now)
            when_chosen(segment, lambda key=key: self.chosen.emit(key))  # type: ignore[misc]
            self._group.addButton(segment)
            self._segments[key] = segment
            line.addWidget(segment)
        self.setFixedHeight(32)

    def choose(self, key: str) -> None:
        """Show another way as chosen."""
        mark(self._segments[key], True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame around all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("button_border")))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
