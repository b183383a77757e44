"""Thin lines, lying and standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tokenmgr.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SPACE = 8


class Rule(QWidget):
    """A horizontal line across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel."""
        QPainter(self).fillRect(self.rect(), theme.colour("border"))


class Lined(QWidget):
    """A row with a line above it, unless it is the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = False

    def be_first(self, first: bool) -> None:  # noqa: FBT001 - the one thing it says
        """Nothing is above it, or something is again."""
        self._first = first
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel."""
        if not self._first:
            QPainter(self).fillRect(0, 0, self.width(), 1, theme.colour("border"))


class Upright(QWidget):
    """A vertical line as high as its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One pixel."""
        QPainter(self).fillRect(self.rect(), theme.colour("border"))


class Between(QWidget):
    """What stands between two words of a line: a small upright, with room on both sides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(SPACE * 2 + 1, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """1 x 10."""
        QPainter(self).fillRect(SPACE, 1, 1, 10, theme.colour("button_border"))


def joined(*parts: QWidget) -> QWidget:
    """Words in a line, an upright between each two."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for number, part in enumerate(parts):
        if number:
            layout.addWidget(Between())
        layout.addWidget(part)
    layout.addStretch(1)
    line.setMinimumWidth(0)
    return line
