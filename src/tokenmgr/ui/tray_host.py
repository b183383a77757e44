"""Whether somebody shows tray icons. Panels start late, end, and start again; each time the desktop says so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtDBus import QDBusServiceWatcher
from PySide6.QtWidgets import QSystemTrayIcon

from tokenmgr.ui.bus import end_with_program, listen, user_bus

WATCHER = "org.kde.StatusNotifierWatcher"


class TrayHost(QObject):
    """`changed` when one comes or goes."""

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.here = QSystemTrayIcon.isSystemTrayAvailable()
        bus = user_bus()
        if bus.isConnected():
            either = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
            watcher = QDBusServiceWatcher(WATCHER, bus, either, self)
            watcher.serviceOwnerChanged.connect(self._look)
            end_with_program(watcher)
            for signal in ("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"):
                listen(bus, WATCHER, signal, self._look, self)

    def _look(self, *_words: object) -> None:
        here = QSystemTrayIcon.isSystemTrayAvailable()
        if here != self.here:
            self.here = here
            self.changed.emit(here)
