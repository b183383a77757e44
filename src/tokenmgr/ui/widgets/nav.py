"""The sidebar: the pages, grouped; a bar marks where you are, a number what waits there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.switching import mark, when_chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QPaintEvent

WIDTH = 200


class Place(NamedTuple):
    """A page in the sidebar; key "" is a line between groups, ">" pushes what follows to the bottom."""

    key: str
    icon: str = ""
    text: str = ""


class NavItem(QAbstractButton):
    """One page."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = 0
        self._over = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # told as one of several, not as a box to tick
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wait(self, count: int) -> None:
        """How many things wait there."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
            self.update()

    def sizeHint(self) -> QSize:
        """34 high."""
        return QSize(WIDTH - 16, 34)

    def enterEvent(self, _event: QEnterEvent) -> None:
        """The mouse is over it."""
        self._over = True
        self.update()

    def leaveEvent(self, _event: object) -> None:
        """And gone."""
        self._over = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, icon, word, number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self._over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        role = "accent_text" if chosen else "text2"
        if chosen:
            painter.setBrush(theme.colour("accent_text"))
            painter.drawRoundedRect(QRectF(0, 8, 3, 18), 1.5, 1.5)
        icons.paint(painter, self._icon, 13, 9, 16, role, self.devicePixelRatioF())
        painter.setFont(typography.font("strong" if chosen else "body"))
        painter.setPen(theme.colour("accent_text" if chosen else "text2"))
        words = QRectF(42, 0, self.width() - 42 - 40, self.height())
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        if self._count:
            end = QRectF(self.width() - 40, 0, 28, self.height())
            painter.drawText(end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))


class Sidebar(QWidget):
    """`chosen` tells the key of the page."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(2)
        self._group = QButtonGroup(self)
        self._items: dict[str, NavItem] = {}
        for place in places:
            self._add(column, place)

    def _add(self, column: QVBoxLayout, place: Place) -> None:
        if place.key == ">":
            column.addStretch(1)
        elif not place.key:
            column.addSpacing(6)
            column.addWidget(Rule())
            column.addSpacing(6)
        else:
            item = NavItem(place.icon, place.text)
            when_chosen(item, lambda key=place.key: self.chosen.emit(key))  # type: ignore[misc]
            self._group.addButton(item)
            self._items[place.key] = item
            column.addWidget(item)

    def choose(self, key: str) -> None:
        """Show where we are."""
        if key in self._items:
            mark(self._items[key], True)

    def wait(self, key: str, count: int) -> None:
        """How many things wait on a page."""
        self._items[key].wait(count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its own shade, a line to the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sidebar"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.colour("border"))
