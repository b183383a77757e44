"""The person leaves: the screen is locked, the computer goes to sleep, the program ends. Kept PINs are forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from tokenmgr.actions.lock_all import lock_all
from tokenmgr.ui.bus import computer_bus, listen, user_bus

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from tokenmgr.ui.screen import Screen

#: Who says that the screen is locked differs by desktop; all say it in the same words.
SCREEN_LOCKS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
LOGIND = "org.freedesktop.login1"


class Leaving(QObject):
    """Hears of it from the desktop, and acts at once."""

    def __init__(
        self, screen: Screen, user: QDBusConnection | None = None, computer: QDBusConnection | None = None
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        user, computer = user or user_bus(), computer or computer_bus()
        for interface in SCREEN_LOCKS:
            listen(user, interface, "ActiveChanged", self._changed, self)
        listen(computer, f"{LOGIND}.Manager", "PrepareForSleep", self._changed, self)
        listen(computer, f"{LOGIND}.Session", "Lock", self.forget, self)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._end)

    def _changed(self, begins: bool = False, *_more: object) -> None:  # noqa: FBT001, FBT002 - the signal's own words
        """The same words come when it is over; then there is nothing to do."""
        if begins:
            self.forget()

    def forget(self) -> None:
        """What is typed, every kept PIN, and no token stays open; then show that it is so."""
        self._screen.left.emit()
        desk = self._screen.desk
        if desk is not None:
            self._screen.bridge.run(lambda: lock_all(desk), lambda _none: self._screen.look_again())

    def _end(self) -> None:
        """Nothing is waited for any more: forgetting is a matter of memory only."""
        if self._screen.desk is not None:
            self._screen.desk.cache.clear()
