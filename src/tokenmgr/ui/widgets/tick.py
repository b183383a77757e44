"""A box to tick whose words may need more than one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from tokenmgr.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class Tick(QWidget):
    """`box` is the box; a click on the words is one on the box."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = Text(text, wrap=True)
        words.setMinimumWidth(1)
        line.addWidget(words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The release is wanted here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As a box with its own words does."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
