"""Speaking with a child over pipes, with a deadline in both directions.

Pipes can be waited for on POSIX; on Windows they cannot, so there a thread reads and a queue is waited for.
"""

from __future__ import annotations

import os
import select
import sys
import time
from typing import TYPE_CHECKING, Protocol

from tokenmgr.providers.pkcs11 import wire

if TYPE_CHECKING:
    from queue import SimpleQueue

CHUNK = 256 * 1024


class Late(Exception):
    """Nothing moved in time."""


class Inlet(Protocol):
    """The end of a pipe that is read."""

    def read(self, deadline: float) -> bytes:
        """Bytes as they come, empty at the end; Late after the deadline (of time.monotonic)."""
        ...

    def close(self) -> None:
        """Let go of the pipe."""
        ...


class Outlet(Protocol):
    """The end of a pipe that is written."""

    def write(self, frame: bytes | bytearray, deadline: float) -> None:
        """All of it; Late after the deadline, WireClosed where nobody reads any more."""
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
        _wait(self._poll, deadline)
        return os.read(self._fd, CHUNK)

    def close(self) -> None:
        """Let go of the pipe."""
        os.close(self._fd)


class PolledOutlet:
    """A child that does not read holds nobody up: a pipe takes 64 KB, a certificate may be larger."""

    def __init__(self, fd: int) -> None:
        os.set_blocking(fd, False)
        self._fd = fd
        self._poll = select.poll()
        self._poll.register(fd, select.POLLOUT)

    def write(self, frame: bytes | bytearray, deadline: float) -> None:
        """All of it."""
        with memoryview(frame) as whole:
            done = 0
            while done < len(whole):
                done += self._write_some(whole[done:], deadline)

    def _write_some(self, rest: memoryview, deadline: float) -> int:
        try:
            return os.write(self._fd, rest)
        except BlockingIOError:
            _wait(self._poll, deadline)
            return 0
        except (BrokenPipeError, ConnectionResetError):
            raise wire.WireClosed from None
        finally:
            rest.release()

    def close(self) -> None:
        """Let go of the pipe."""
        os.close(self._fd)


def _wait(poll: select.poll, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise Late


class ThreadedInlet:
    """Waits for a thread that waits for the pipe."""

    def __init__(self, fd: int) -> None:
        import queue  # not needed where pipes can be polled
        import threading

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


class BlockingOutlet:
    """Where pipes cannot be waited for a child that does not read is waited for."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def write(self, frame: bytes | bytearray, deadline: float) -> None:  # noqa: ARG002 - the interface's shape
        """All of it."""
        wire.write_all(self._fd, frame)

    def close(self) -> None:
        """Let go of the pipe."""
        os.close(self._fd)


def inlet(fd: int) -> Inlet:
    """The way that works here."""
    return ThreadedInlet(fd) if sys.platform == "win32" else PolledInlet(fd)


def outlet(fd: int) -> Outlet:
    """The way that works here."""
    return BlockingOutlet(fd) if sys.platform == "win32" else PolledOutlet(fd)
