"""The small window that stays on top: unfolded a card, folded a ball; where it was put, it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from tokenmgr.ui import icons
from tokenmgr.ui.dragging import Dragging
from tokenmgr.ui.mini_ball import Ball
from tokenmgr.ui.mini_card import MiniCard
from tokenmgr.ui.widgets.focus_ring import FocusRing
from tokenmgr.ui.words import date_here, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QShowEvent

    from tokenmgr.ui.screen import Screen

MARGIN = 24
STEP = 16
#: From one of the program's windows to the other.
OTHER_WINDOW = "F6"
ARROWS = {
    Qt.Key.Key_Left: QPoint(-STEP, 0),
    Qt.Key.Key_Right: QPoint(STEP, 0),
    Qt.Key.Key_Up: QPoint(0, -STEP),
    Qt.Key.Key_Down: QPoint(0, STEP),
}
FLAGS = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class Mini(QObject):
    """Shows the small window while the user wants one, and builds it anew in another language or theme.

    `place` is where it was at the end of the last run, as `keep` was told: "x,y,ball" or "x,y,card".
    """

    def __init__(self, screen: Screen, place: str, keep: Callable[[str], object]) -> None:
        super().__init__(screen)
        self._screen, self._place, self._keep = screen, place, keep
        self.window: MiniWindow | None = None
        screen.choices.changed.connect(self._chosen)
        self.refresh()

    def refresh(self) -> None:
        """There, or not there, in the language and theme of now."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        if self._screen.choices.now.mini:
            self.window = MiniWindow(self._screen, self._place, self._remember)
            self.window.show()

    def _chosen(self, name: str) -> None:
        if name in {"mini", "language", "theme"}:
            self.refresh()

    def _remember(self, place: str) -> None:
        self._place = place
        self._keep(place)


class MiniWindow(QWidget):
    """It never takes the keyboard by itself."""

    def __init__(self, screen: Screen, place: str, keep: Callable[[str], object]) -> None:
        super().__init__(None, FLAGS)
        self._screen, self._keep = screen, keep
        self._shown: tuple[object, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(translate("Mini", "Token at a glance"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._card, self._ball = MiniCard(), Ball()
        column.addWidget(self._card)
        column.addWidget(self._ball)
        self._card.fold.connect(lambda: self._fold(folded=True))
        self._card.wanted.connect(self._run)
        self._ball.clicked.connect(lambda: self._fold(folded=False))
        self._ring = FocusRing(self)
        self._dragging = Dragging(self)
        self._dragging.hold(self)
        self._dragging.hold(self._ball)
        self._dragging.moved.connect(self._put)
        shortcut = QShortcut(QKeySequence(OTHER_WINDOW), self, context=Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(self._other_window)
        screen.glanced.connect(self._refresh)
        screen.chosen.connect(self._refresh)
        self._refresh()
        self._restore(place)

    @property
    def folded(self) -> bool:
        """A ball."""
        return not self._ball.isHidden()

    def _refresh(self, _anything: object = None) -> None:
        shown, now = self._screen.token, self._screen.glance.taken
        wanted = (shown, date_here(now))
        if wanted != self._shown:
            self._shown = wanted
            self._card.show_token(shown, now)
            self._ball.show_token(shown)

    def _fold(self, *, folded: bool) -> None:
        self._shape(folded=folded)
        self._put()
        if self.isActiveWindow():
            (self._ball if folded else self._card).setFocus(Qt.FocusReason.OtherFocusReason)
            self.focusNextChild() if not folded else None

    def _shape(self, *, folded: bool) -> None:
        self._card.setVisible(not folded)
        self._ball.setVisible(folded)
        self.adjustSize()

    def _put(self) -> None:
        """Within the screen, and remembered."""
        self.move(_within(QRect(self.pos(), self.sizeHint())))
        self._keep(f"{self.x()},{self.y()},{'ball' if self.folded else 'card'}")

    def _restore(self, place: str) -> None:
        words = place.split(",")
        self._shape(folded=words[-1] == "ball")
        try:
            corner = QPoint(int(words[0]), int(words[1]))
        except (ValueError, IndexError):
            corner = QGuiApplication.primaryScreen().availableGeometry().bottomRight()
        self.move(_within(QRect(corner, self.sizeHint())))

    def _run(self, errand: str) -> None:
        """What needs the window brings it."""
        shown = self._screen.token
        if errand == "lock" and shown is not None:
            self._screen.errands.run(errand, shown.id)
            return
        self._screen.window_wanted.emit()
        if errand and shown is not None and not self._screen.busy:
            self._screen.errands.run(errand, shown.id)

    def _other_window(self) -> None:
        if self.isActiveWindow():
            self._screen.window_wanted.emit()
        else:
            self.raise_()
            self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape folds; arrows move it, as the mouse does."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self._fold(folded=True)
        elif key in ARROWS:
            self.move(self.pos() + ARROWS[key])
            self._put()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Also by the menu key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icons.icon("home", "text2"), translate("Mini", "Open the window"), lambda: self._run(""))
        turn = translate("Mini", "Unfold") if self.folded else translate("Mini", "Fold")
        menu.addAction(turn, lambda: self._fold(folded=not self.folded))
        menu.addSeparator()
        menu.addAction(translate("Mini", "Take this small window away"), self.close)
        menu.popup(event.globalPos())

    def showEvent(self, event: QShowEvent) -> None:
        """From now on there are keys."""
        super().showEvent(event)
        self._ring.listen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed is off; it can be had again in the settings."""
        event.ignore()
        self._screen.choices.choose(mini=False)


def _within(wanted: QRect) -> QPoint:
    """The nearest place where all of it can be seen."""
    screen = QGuiApplication.screenAt(wanted.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry().adjusted(MARGIN // 3, MARGIN // 3, -MARGIN // 3, -MARGIN // 3)
    left = max(room.left(), min(wanted.left(), room.right() - wanted.width()))
    top = max(room.top(), min(wanted.top(), room.bottom() - wanted.height()))
    return QPoint(left, top)
