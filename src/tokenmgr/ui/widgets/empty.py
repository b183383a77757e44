"""A page that has nothing to show: a drawing, one sentence, at most two things to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.icons import Drawing
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Empty(QWidget):
    """`acts`: (icon, text, what it does)."""

    def __init__(
        self,
        drawing: str,
        title: str,
        text: str = "",
        acts: Sequence[tuple[str, str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(4)
        column.addWidget(Drawing(drawing), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(28)
        heading = Text(title, "title")
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        for line in text.splitlines():
            words = Text(line, role="text2", wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        if acts:
            column.addSpacing(16)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addStretch(1)
            for icon, label, act in acts:
                row.addWidget(button(label, act, icon=icon))
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
