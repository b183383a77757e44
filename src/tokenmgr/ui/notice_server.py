"""The desktop's own notices, over D-Bus. Every call waits for an answer, so all of them are for working threads."""

from __future__ import annotations

import os
from html import escape
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QObject, Qt, Signal
from PySide6.QtDBus import QDBusInterface

from tokenmgr.ui.bus import listen, user_bus

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from tokenmgr.ui.notice_words import NoticeWords

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ICON = "dialog-password"
#: What pressing the notice itself is called; and the button.
KEYS = ("default", "act")
LET_THE_DESKTOP_CHOOSE = -1


class NoticeServer(QObject):
    """Whoever shows notices on this desktop."""

    #: The number of a notice whose button was pressed.
    pressed = Signal(int)
    #: The number of a notice that is gone.
    closed = Signal(int)

    def __init__(self, parent: QObject | None = None, bus: QDBusConnection | None = None) -> None:
        super().__init__(parent)
        self._bus = bus or user_bus()
        listen(self._bus, SERVICE, "ActionInvoked", self._invoked, self)
        listen(self._bus, SERVICE, "NotificationClosed", self._closed, self)
        listen(self._bus, SERVICE, "ActivationToken", self._allowed, self)

    def show(self, words: NoticeWords, replaces: int = 0) -> int:
        """Its number; 0 where nobody shows notices. For a working thread."""
        if not self._bus.isConnected():
            return 0
        server = QDBusInterface(SERVICE, PATH, SERVICE, self._bus)
        if not server.isValid():
            return 0
        can = self._can(server)
        text = escape(words.text, quote=False) if "body-markup" in can else words.text
        actions = [each for key in KEYS for each in (key, words.action)] if "actions" in can else []
        return self._notify(server, replaces, words.title, text, actions)

    def _can(self, server: QDBusInterface) -> list[str]:
        answer = server.call("GetCapabilities").arguments()
        return list(answer[0]) if answer and isinstance(answer[0], list) else []

    def _notify(self, server: QDBusInterface, replaces: int, title: str, text: str, actions: list[str]) -> int:
        """By name and type: a number in Python does not say which of D-Bus's it is."""
        words = (
            _arg("QString", "tokenmgr"),
            _arg("uint", replaces),
            _arg("QString", ICON),
            _arg("QString", title),
            _arg("QString", text),
            _arg("QStringList", actions),
            _arg("QVariantMap", {"desktop-entry": "tokenmgr"}),
            _arg("int", LET_THE_DESKTOP_CHOOSE),
        )
        here = Qt.ConnectionType.DirectConnection
        number = cast("Any", QMetaObject.invokeMethod)(server, "Notify", here, Q_RETURN_ARG("uint"), *words)
        return int(number or 0)

    def _invoked(self, number: int, _key: str) -> None:
        self.pressed.emit(number)

    def _closed(self, number: int, _why: int) -> None:
        self.closed.emit(number)

    def _allowed(self, _number: int, token: str) -> None:
        """Wayland lets a window come to the front only with this; Qt takes it from here."""
        os.environ["XDG_ACTIVATION_TOKEN"] = token


def _arg(kind: str, value: object) -> Any:
    return Q_ARG(cast("type", kind), value)
