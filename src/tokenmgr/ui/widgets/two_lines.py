"""One thing in two lines beside its icon: what it is called, and more of it. Dialogs about it begin so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.widgets.text import Elided
from tokenmgr.ui.widgets.token_line import Glyph


class TwoLines(QWidget):
    """40 high."""

    def __init__(self, icon: str, name: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Glyph(icon))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Elided(name, "card"))
        names.addWidget(Elided(more, "second", "text2", Qt.TextElideMode.ElideMiddle))
        line.addLayout(names, 1)
