"""Facts in two columns, or in one where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tokenmgr.ui.widgets.facts import Facts
from tokenmgr.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from tokenmgr.ui.token_facts import Section

#: Narrower than this the sections stand below one another.
TWO = 520
SIDE = 20
TOGETHER = 2


class FactColumns(QWidget):
    """Two stand side by side, unless they are `wide`; one stands alone over the whole width."""

    def __init__(self, sections: Sequence[Section], *, wide: bool = False) -> None:
        super().__init__()
        self._wide = wide
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SIDE, 14, SIDE, 16)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(20)
        self._blocks = [_block(section) for section in sections]
        self._columns = 0
        self._order(1)

    def _order(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, block in enumerate(self._blocks):
            self._grid.addWidget(block, *divmod(number, columns))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)
        self._grid.setRowStretch(len(self._blocks), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as fit."""
        super().resizeEvent(event)
        alone = self._wide or len(self._blocks) < TOGETHER
        self._order(1 if alone or self.width() < TWO else TOGETHER)


def _block(section: Section) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(Text(section.title, "section"))
    column.addWidget(Facts(section.facts))
    for note in section.notes:
        column.addWidget(Text(note, "second", "text2", wrap=True))
    column.addStretch(1)
    return block
