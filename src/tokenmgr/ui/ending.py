"""Ctrl-C, and the system's wish that the program end: as if the person had left, PINs forgotten and tokens closed."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Ending(QObject):
    """Python acts on a signal only when it runs next, and a window at rest runs nothing: a pipe wakes Qt up."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            return  # a window's program hears of its end as a message there
        self._read, write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for name in SIGNALS:
            signal.signal(getattr(signal, name), lambda _number, _frame: None)
        waking = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        waking.activated.connect(self._heard)

    def _heard(self) -> None:
        os.read(self._read, 64)
        self.asked.emit()
