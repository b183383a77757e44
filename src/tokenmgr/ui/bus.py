"""What the rest of the desktop says over D-Bus: heard without asking, so that nothing wakes up for nothing.

Where there is no bus, as on Windows and macOS, nothing is ever heard, and nobody has to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

if TYPE_CHECKING:
    from collections.abc import Callable

EAR: Any = SLOT("arrived(QDBusMessage)")  # bytes for the stubs, text for the binding


def user_bus() -> QDBusConnection:
    """The one of the user's session."""
    return QDBusConnection.sessionBus()


def computer_bus() -> QDBusConnection:
    """The one of the whole computer."""
    return QDBusConnection.systemBus()


class Ear(QObject):
    """Hears one signal, whoever says it."""

    def __init__(self, hear: Callable[..., object], parent: QObject) -> None:
        super().__init__(parent)
        self._hear = hear

    @Slot(QDBusMessage)
    def arrived(self, message: QDBusMessage) -> None:
        """Its words, as plain values."""
        words: list[Any] = message.arguments()
        self._hear(*words)


def end_with_program(heard: QObject) -> None:
    """Before the bus does: its thread would wait for Python, and Python for its thread."""
    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(heard.deleteLater)


def listen(
    bus: QDBusConnection, interface: str, signal: str, hear: Callable[..., object], parent: QObject
) -> Ear | None:
    """Call `hear` with the words of every such signal, for as long as `parent` lives."""
    if not bus.isConnected():
        return None
    ear = Ear(hear, parent)
    end_with_program(ear)
    return ear if bus.connect("", "", interface, signal, ear, EAR) else None
