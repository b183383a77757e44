"""Words in a line, the chosen one underlined; what each stands for lies below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from tokenmgr.ui import theme, type as typography
from tokenmgr.ui.widgets.switching import mark

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT = 40


class Tab(QAbstractButton):
    """One word."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # told as one of several, not as a box to tick
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Room for the bold form."""
        return QSize(typography.metrics("strong").horizontalAdvance(self.text()), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bold and underlined where chosen."""
        painter = QPainter(self)
        painter.setFont(typography.font("strong" if self.isChecked() else "body"))
        painter.setPen(theme.colour("text" if self.isChecked() else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.isChecked():
            painter.fillRect(0, self.height() - 2, self.width(), 2, theme.colour("accent"))


class Tabs(QWidget):
    """`chosen` tells the number of the word. Things may stand at the right end: `line.addWidget`."""

    chosen = Signal(int)

    def __init__(self, *words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(20, 0, 20, 0)
        self.line.setSpacing(20)
        self._group = QButtonGroup(self)
        for number, word in enumerate(words):
            tab = Tab(word)
            self._group.addButton(tab, number)
            self.line.addWidget(tab)
        self.line.addStretch(1)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(lambda number, on: self.chosen.emit(number) if on else None)

    def choose(self, number: int) -> None:
        """Show another as chosen, and tell."""
        mark(self._group.button(number), True)
        self.chosen.emit(number)

    @property
    def now(self) -> int:
        """The number of the chosen one."""
        return self._group.checkedId()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line below all."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.colour("border"))
