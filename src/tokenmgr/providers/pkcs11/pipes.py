"""Reading a child's answers with a deadline.

Pipes can be waited for on POSIX; on Windows they cannot, so there a thread reads and a queue is waited for.
"""

from __future__ import annotations

import os
import select
import sys
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from queue import SimpleQueue

CHUNK = 256 * 1024


class Late(Exception):
    """Nothing came in time."""


class Inlet(Protocol):
    """The end of a pipe that is read."""

    def read(self, deadline: float) -> bytes:
        """Bytes as they come, empty at the end; Late after the deadline (of time.monotonic)."""
        ...

    def close(self) -> None:
        """Let go of the pipe."""
        ...


class PolledInlet:
    """Waits for the pipe itself."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._poll = select.poll()
        self._poll.register(fd, select.POLLIN)

    def read(self, deadline: float) -> bytes:
        """Bytes as they come."""
        left = deadline - time.monotonic()
        if left <= 0 or not self._poll.poll(left * 1000):
            raise Late
        return os.read(self._fd, CHUNK)

    def close(self) -> None:
        """Let go of the pipe."""
        os.close(self._fd)


class ThreadedInlet:
    """Waits for a thread that waits for the pipe."""

    def __init__(self, fd: int) -> None:
        import queue  # noqa: PLC0415 - not needed where pipes can be polled
        import threading  # noqa: PLC0415

        self._fd = fd
        self._pieces: SimpleQueue[bytes] = queue.SimpleQueue()
        self._empty = queue.Empty
        threading.Thread(target=self._pump, daemon=True).start()

    def _pump(self) -> None:
        piece = b"-"
        while piece:
            try:
                piece = os.read(self._fd, CHUNK)
            except OSError:
                piece = b""
            self._pieces.put(piece)
        os.close(self._fd)

    def read(self, deadline: float) -> bytes:
        """Bytes as they come."""
        try:
            return self._pieces.get(timeout=max(0.0, deadline - time.monotonic()))
        except self._empty:
            raise Late from None

    def close(self) -> None:
        """The thread closes the pipe when the child's end is closed."""


def inlet(fd: int) -> Inlet:
    """The way that works here."""
    return ThreadedInlet(fd) if sys.platform == "win32" else PolledInlet(fd)
