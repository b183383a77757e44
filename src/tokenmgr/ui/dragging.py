"""Take a window without a frame by any place that is not a button, and put it elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Dragging(QObject):
    """`moved` when it was let go somewhere else."""

    moved = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._from: QPoint | None = None
        self._corner = QPoint()
        self._far = False

    def hold(self, widget: QWidget) -> None:
        """By this one, too."""
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A press that does not move stays a click."""
        if not isinstance(event, QMouseEvent):
            return False
        at, kind = event.globalPosition().toPoint(), event.type()
        if kind is QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._from, self._corner, self._far = at, self._window.pos(), False
        elif kind is QEvent.Type.MouseMove and self._from is not None:
            return self._move(at - self._from)
        elif kind is QEvent.Type.MouseButtonRelease and self._from is not None:
            self._from = None
            if self._far:
                self.moved.emit()
                return True
        return False

    def _move(self, by: QPoint) -> bool:
        hints = QGuiApplication.styleHints()
        self._far = self._far or by.manhattanLength() >= hints.startDragDistance()
        if self._far and QGuiApplication.platformName() == "wayland":
            self._from = None  # only the compositor may move windows there, and it keeps the rest of the drag to itself
            self._window.windowHandle().startSystemMove()
        elif self._far:
            self._window.move(self._corner + by)
        return self._far
