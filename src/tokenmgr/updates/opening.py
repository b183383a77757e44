"""A connection is made in a thread of its own: neither the look-up of a name nor a silent server's part of a handshake
can be broken off, so whoever does not want to wait any more leaves them there. They end by themselves.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.client import HTTPConnection


def open_(connection: HTTPConnection, check: Callable[[], object], every: float) -> None:
    """Connected; or what went wrong; or what `check` raises, which is called every so many seconds."""
    opening = _Opening(connection)
    try:
        while not opening.over.wait(every):
            check()
    except BaseException:
        opening.leave()
        raise
    if opening.error is not None:
        raise opening.error


class _Opening:
    def __init__(self, connection: HTTPConnection) -> None:
        self.over = threading.Event()
        self.error: Exception | None = None
        self._connection, self._wanted = connection, True
        self._lock = threading.Lock()
        threading.Thread(target=self._open, name="opening", daemon=True).start()

    def _open(self) -> None:
        try:
            self._connection.connect()
        except Exception as error:  # noqa: BLE001 - raised where somebody waits
            self.error = error
        with self._lock:
            self.over.set()
            self._close_unwanted()

    def leave(self) -> None:
        """Nobody waits any more."""
        with self._lock:
            self._wanted = False
            self._close_unwanted()

    def _close_unwanted(self) -> None:
        """By whichever of the two comes last."""
        if self.over.is_set() and not self._wanted:
            self._connection.close()
