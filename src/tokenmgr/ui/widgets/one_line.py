"""Buttons in one line. Those for which there is no room are in a menu at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QPushButton, QWidget

from tokenmgr.ui.widgets.buttons import icon_button
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

GAP = 8


class OneLine(QWidget):
    """The first has its place always; the last give way first."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._buttons = buttons
        self._unwanted: set[QPushButton] = set()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for each in buttons:
            line.addWidget(each)
        self._more = icon_button("more", translate("TokensPage", "More"), self._offer)
        line.addWidget(self._more)
        line.addStretch(1)
        self._fit()

    def want(self, button: QPushButton, wanted: bool) -> None:  # noqa: FBT001 - the one thing it says
        """Whether this one is of any use now."""
        (self._unwanted.discard if wanted else self._unwanted.add)(button)
        self._fit()

    def _wanted(self) -> list[QPushButton]:
        return [each for each in self._buttons if each not in self._unwanted]

    def _fitting(self) -> int:
        """How many stand in the line."""
        widths = [each.sizeHint().width() + GAP for each in self._wanted()]
        if sum(widths) - GAP <= self.width():
            return len(widths)
        room = self.width() - self._more.sizeHint().width()
        return max(sum(sum(widths[: count + 1]) <= room for count in range(len(widths))), 1)

    def _fit(self) -> None:
        wanted = self._wanted()
        fitting = self._fitting()
        for each in self._buttons:
            each.setVisible(each in wanted[:fitting])
        self._more.setVisible(fitting < len(wanted))

    def _offer(self) -> None:
        menu = QMenu(self._more)
        for each in self._wanted()[self._fitting() :]:
            menu.addAction(each.icon(), each.text(), each.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        """Room for all."""
        sizes = [each.sizeHint() for each in self._wanted()]
        width = sum(size.width() for size in sizes) + GAP * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Room for the first and the menu."""
        first = next((each.sizeHint().width() for each in self._wanted()), 0)
        return QSize(first + GAP + self._more.sizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Buttons are wider or narrower in another style."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()
