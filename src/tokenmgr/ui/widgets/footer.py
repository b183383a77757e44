"""The foot of a sheet: what there is to say at its left, what can be pressed at its right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tokenmgr.ui.widgets.text import Elided

#: Left and right of everything in a sheet.
SIDE = 24


class Footer(QWidget):
    """Filled by the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(SIDE, 12, SIDE, 12)
        self.line.setSpacing(8)
        self.note = Elided("", "second", "text2", Qt.TextElideMode.ElideRight)
        self.line.addWidget(self.note, 1)

    def fill(self, *buttons: QWidget) -> None:
        """From left to right."""
        for each in buttons:
            self.line.addWidget(each)
