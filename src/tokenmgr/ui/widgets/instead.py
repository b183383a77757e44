"""Something, and what stands in its place while it has nothing to show: made when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class Instead(QStackedWidget):
    """`other` makes the second one."""

    def __init__(self, usual: QWidget, other: Callable[[], QWidget]) -> None:
        super().__init__()
        self._other = other
        self.addWidget(usual)

    def show_other(self, other: bool) -> None:  # noqa: FBT001 - the one thing it says
        """Which of the two."""
        if other and self.count() == 1:
            self.addWidget(self._other())
        self.setCurrentIndex(int(other))
