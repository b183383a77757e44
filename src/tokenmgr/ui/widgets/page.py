"""What every page has: a scrolled column with a title, and a way to show what is known now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tokenmgr.ui.widgets.keyboard import called, come_back, keyboard_in
from tokenmgr.ui.widgets.text import Text

if TYPE_CHECKING:
    from tokenmgr.actions.glance import Glance

SIDE, TOP, GAP = 24, 20, 16


class Page(QScrollArea):
    """A page scrolls as a whole where the window is small. Panels fill `column` and override `show_glance`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        body = QWidget()
        body.setObjectName("scrolled")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        self.column.setSpacing(GAP)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(10)
        self.title = Text(title, "title")
        self.title.setFixedHeight(32)
        self.heading.addWidget(self.title)
        self.column.addLayout(self.heading)
        self.setWidget(body)

    def show_glance(self, glance: Glance) -> None:
        """What is known now. Called often; a page that has nothing new to show does nothing."""

    def show_about(self, about: object) -> None:
        """Opened with something to point at: a token, a certificate."""


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a layout, for good. What comes in its place has the keyboard, if it had it."""
    place, name = layout.parentWidget(), called(keyboard_in(layout))
    _take_out(layout)
    if name and place is not None:
        come_back(place, name)


def _take_out(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, (QVBoxLayout, QHBoxLayout)):
            _take_out(inner)
