"""The assistant in the tray: an icon that shows the worst, a menu that does the work, a click that opens what waits.

Where nobody shows tray icons nothing is out of reach: closing the window ends the program, and a window that was
hidden comes back when the last tray has gone.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from tokenmgr.model.errors import TokenError
from tokenmgr.ui import icons
from tokenmgr.ui.tray_entries import CHOOSE, LINE, MOST_JOBS, OPEN, STARTS, Entry, entries
from tokenmgr.ui.tray_host import TrayHost
from tokenmgr.ui.tray_picture import State, state_of, tray_picture
from tokenmgr.ui.tray_words import tip_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from tokenmgr.actions.glance import Attention
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

#: A panel that starts anew is back by then.
PATIENCE_MS = 10_000
CLICK_SECONDS = 0.4
#: Errands that need no window.
QUIET = ("lock", "lock-all")


class Host(Protocol):
    """See TrayHost."""

    @property
    def here(self) -> bool: ...
    @property
    def changed(self) -> SignalInstance: ...


class Autostart(Protocol):
    """See actions/autostart.py: files, so never asked in the window's thread."""

    def is_on(self) -> bool: ...
    def turn_on(self) -> object: ...
    def turn_off(self) -> object: ...


class Tray(QObject):
    """`window` gives the window of the moment: it is built anew when the language changes."""

    #: The button of a balloon, or the balloon itself, was pressed.
    told = Signal()

    def __init__(
        self,
        screen: Screen,
        window: Callable[[], QWidget],
        autostart: Autostart | None = None,
        host: Host | None = None,
    ) -> None:
        super().__init__(screen)
        self._screen, self._window, self._autostart = screen, window, autostart
        self._host = host or TrayHost(self)
        self._icon: QSystemTrayIcon | None = None
        self._shown: tuple[object, ...] = ()
        self._starts: bool | None = None
        self._opened: set[Attention] = set()
        self._left = -CLICK_SECONDS
        self.menu = QMenu()
        self.menu.aboutToShow.connect(self._ask_starts)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._come_back)
        self._host.changed.connect(self._host_changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._focus_went)
        screen.glanced.connect(self._refresh)
        screen.chosen.connect(self._refresh)
        screen.choices.changed.connect(self._chosen)
        self._ask_starts()
        self._host_changed(self._host.here)

    @property
    def here(self) -> bool:
        """Whether there is an icon that a person can click."""
        return self._host.here and self._screen.choices.now.tray

    def window_closed(self) -> None:
        """The window's own close button: into the tray where there is one, else the end."""
        if self.here:
            self.hide_away()
        else:
            self._screen.quit_wanted.emit()

    def hide_away(self) -> None:
        """Nobody sees what is typed there any more, until somebody else may."""
        self._window().hide()
        self._screen.left.emit()

    def refresh(self) -> None:
        """In the language and theme of now."""
        self._shown = ()
        self._refresh()

    def tell(self, title: str, text: str) -> bool:
        """A balloon; False where there is no icon that it could belong to."""
        if self._icon is None or not self.here:
            return False
        plain = [part.replace("<", "‹") for part in (title, text)]
        self._icon.showMessage(plain[0], plain[1], self._icon.icon())
        return True

    def _host_changed(self, here: bool) -> None:  # noqa: FBT001 - a signal's word
        """Which kind of icon it has to be is known only once there is somebody to show it."""
        if here:
            self._patience.stop()
            self._make_icon()
        elif not self._window().isVisible():
            self._patience.start(PATIENCE_MS)

    def _make_icon(self) -> None:
        if self._icon is not None:
            self._icon.deleteLater()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._clicked)
        self._icon.messageClicked.connect(self.told)
        self.refresh()
        self._icon.setVisible(self.here)

    def _come_back(self) -> None:
        """Nobody shows the icon any more: the window is the only way in."""
        if not self._host.here and not self._window().isVisible():
            self._window().showMinimized()

    def _chosen(self, name: str) -> None:
        if name == "tray" and self._icon is not None:
            self._icon.setVisible(self.here)
        elif name in {"language", "theme"}:
            self.refresh()

    def _refresh(self, _anything: object = None) -> None:
        """Only what changed: an open menu must not move under the pointer."""
        glance, current = self._screen.glance, self._screen.token
        state, tip = state_of(glance), tip_words(current, glance)
        rows = entries(glance, current, self._starts)
        before, self._shown = self._shown, (state, tip, rows)
        if before == self._shown:
            return
        self._opened &= set(glance.attention)
        if before[2:] != (rows,):
            self._empty()
            self._fill(self.menu, rows)
        if self._icon is not None:
            self._show(self._icon, state, tip, before)

    def _empty(self) -> None:
        """With the menus within it: `clear` only takes them out, and they would stay as long as the program."""
        within = self.menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.menu.clear()
        for each in within:
            each.deleteLater()

    def _show(self, icon: QSystemTrayIcon, state: State, tip: str, before: tuple[object, ...]) -> None:
        if before[:1] != (state,):
            icon.setIcon(tray_picture(self._screen.resources / "icons", state))
        icon.setToolTip(tip.replace("<", "‹"))  # some hosts take it for markup

    def _fill(self, menu: QMenu, rows: tuple[Entry, ...]) -> None:
        for row in rows:
            if row == LINE:
                menu.addSeparator()
                continue
            text = row.text.replace("&", "&&")
            if row.within:
                within = menu.addMenu(text)
                self._fill(within, row.within)
                action = within.menuAction()
            else:
                action = menu.addAction(text)
                action.triggered.connect(lambda _checked=False, row=row: self._do(row))
            action.setEnabled(row.enabled)
            if row.icon:
                action.setIcon(icons.icon(row.icon, row.role))
            if row.checked is not None:
                action.setCheckable(True)
                action.setChecked(row.checked)
            if row.key:
                action.setShortcut(row.key)

    def _do(self, row: Entry) -> None:
        if row.does == STARTS:
            self._start_with_computer(not row.checked)
        elif row.does == CHOOSE:
            self._screen.choose(row.token)
            self._refresh()
        elif row.does == "quit":
            self._screen.quit_wanted.emit()
        elif row.does in QUIET:
            self._screen.errands.run(row.does, row.token)
        else:
            self.open(row.does, row.token)

    def open(self, errand: str, token: TokenId | None = None) -> None:
        """The window, and in it what is wanted; a sheet that lies open is not disturbed."""
        self._screen.window_wanted.emit()
        if errand != OPEN and not self._screen.busy:
            self._screen.errands.run(errand, token)

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """In and out; the first time after something came up, what to do about it."""
        if reason is not QSystemTrayIcon.ActivationReason.Trigger:
            return
        window = self._window()
        if self._in_front(window) and self.here:
            self.hide_away()
            return
        waiting = [item for item in self._screen.glance.attention[:MOST_JOBS] if item not in self._opened]
        self._opened.update(waiting)
        if waiting:
            self.open(waiting[0].errand, waiting[0].token)
        else:
            self.open(OPEN)

    def _in_front(self, window: QWidget) -> bool:
        """Some panels take the keyboard as they are clicked: a window that lost it just now was in front."""
        just_left = time.monotonic() - self._left < CLICK_SECONDS
        return window.isVisible() and not window.isMinimized() and (window.isActiveWindow() or just_left)

    def _focus_went(self, to: object) -> None:
        if to is None:
            self._left = time.monotonic()

    def _ask_starts(self) -> None:
        if self._autostart is not None:
            self._screen.bridge.run(self._autostart.is_on, self._know_starts, owner=self)

    def _know_starts(self, starts: bool) -> None:  # noqa: FBT001 - an answer
        self._starts = starts
        self._refresh()

    def _start_with_computer(self, wanted: bool) -> None:  # noqa: FBT001 - yes or no
        """The mark shows what is so, not what was pressed."""
        if self._autostart is None:
            return
        turn = self._autostart.turn_on if wanted else self._autostart.turn_off

        def work() -> None:
            with suppress(TokenError):  # a system that does not let us
                turn()

        self._shown = ()
        self._screen.choices.choose(autostart_asked=True)
        self._screen.bridge.run(work, lambda _done: self._ask_starts(), owner=self)
