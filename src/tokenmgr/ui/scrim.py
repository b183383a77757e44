"""What lies between the window and a sheet: dark, and in the way of the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tokenmgr.ui.widgets.keyboard import called, find_called

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.sheet import Sheet

SCRIM = 97  # 38 % of 255


class Scrim(QWidget):
    """Darkens the window while a sheet lies over it, and keeps the mouse from what is below."""

    def __init__(self, window: QWidget, screen: Screen) -> None:
        super().__init__(window)
        self._screen = screen
        self._sheet: Sheet | None = None
        self._under: Sheet | None = None
        self._before: QWidget | None = None
        self._called = ""
        window.installEventFilter(self)
        self.hide()

    @property
    def sheet(self) -> Sheet | None:
        """The one that lies open."""
        return self._sheet

    def lay(self, sheet: Sheet) -> None:
        """Lay a sheet over the window, unless one lies there; a question of that one's own work takes its place."""
        under = self._sheet
        if under is not None and not (sheet.takes_place and under.working):
            sheet.deleteLater()
            return
        if under is not None:
            under.hide()
        else:
            self._before = self.window().focusWidget()
            self._called = called(self._before)
        self._under, self._sheet = under, sheet
        self._screen.busy = True
        sheet.setParent(self, Qt.WindowType.Widget)
        sheet.over.connect(self._over)
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()
        self._bring(sheet)

    def _bring(self, sheet: Sheet) -> None:
        sheet.show()
        sheet.settle()
        if not sheet.isAncestorOf(self.window().focusWidget() or self):
            sheet.begin()

    def _over(self) -> None:
        sheet, self._sheet, self._under = self._sheet, self._under, None
        if sheet is not None:
            sheet.deleteLater()
        if self._sheet is not None:
            self._bring(self._sheet)
            return
        self._screen.busy = False
        self.hide()
        self._go_back()

    def _go_back(self) -> None:
        """The keyboard is where it was; where that was made anew meanwhile, at what is called the same."""
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._called:
            QTimer.singleShot(0, self, self._find_again)  # what was made anew shows a moment later

    def _find_again(self) -> None:
        found = find_called(self.window(), self._called)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window, always."""
        if event.type() is QEvent.Type.Resize and self._sheet is not None:
            self.setGeometry(self.window().rect())
            self._sheet.settle()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing below is meant."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """38 % of black."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, SCRIM))
