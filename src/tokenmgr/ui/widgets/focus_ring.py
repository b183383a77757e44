"""The ring around whatever has the keyboard: 2 pixels, outside a gap of 2, never taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from tokenmgr.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

OUTSIDE = 4
#: Keys that move the focus; after one of these the ring shows, after a click only around what is typed into.
MOVERS = {
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
}  # fmt: skip
MOVING = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}


class FocusRing(QWidget):
    """Lies over the window and follows the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self._radius = 8.0
        self._by_keyboard = False
        self._listening = False
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):  # a sheet that is over takes what had the focus with it
                widget.removeEventFilter(self)
        self._watched = []
        self._target = new if new is not None and self._is_mine(new) else None
        walk = self._target
        while walk is not None and walk is not self.window():
            walk.installEventFilter(self)
            self._watched.append(walk)
            walk = walk.parentWidget()
        self._place()

    def _is_mine(self, widget: QWidget) -> bool:
        """Not around lists and pages that show their own current row."""
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QPlainTextEdit):
            return False
        return widget.window() is self.window() and not widget.property("own-focus")

    def listen(self) -> None:
        """To the window's own keys and clicks, before any widget has them."""
        if not self._listening:
            self._listening = True
            self.window().windowHandle().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whatever it is around has moved, or the person has changed from mouse to keyboard or back."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._by_keyboard = self._by_keyboard or Qt.Key(event.key()) in MOVERS
        elif kind is QEvent.Type.MouseButtonPress and isinstance(_watched, QWindow):
            self._by_keyboard = False
            self._place()
        elif kind in MOVING:
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        typed = isinstance(target, QLineEdit | QPlainTextEdit)
        if target is None or not isValid(target) or not target.isVisible() or not (typed or self._by_keyboard):
            self.hide()
            return
        corner = target.mapTo(self.window(), QPoint(0, 0))
        seen = QRect(corner, target.size()).adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        self._radius = 9.0 if not isinstance(target, QLineEdit) else 8.0
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent_text"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius, self._radius)
