"""Waiting for cards and readers to come and go, without ever looking on a timer."""

from __future__ import annotations

import ctypes
import sys
import threading
from ctypes import byref, c_char_p

from tokenmgr.system.pcsc import SCOPE_SYSTEM, Handle, PcscError, ReaderState, Word, call, load

#: A reader that does not exist stands for all that do not exist yet.
NEW_READERS = b"\\\\?PnP?\\Notification"
#: An hour is as good as for ever, and better: told to wait for ever, pcsc-lite wakes up every minute.
FOREVER = 3_600_000
#: Systems whose PC/SC does not know that name are asked again now and then.
NOW_AND_THEN_MS = 30_000
#: How often, and how far apart, a wait is asked to end.
CANCELS, CANCEL_SECONDS = 50, 0.02
UNAWARE, CHANGED = 0x0, 0x2
TIMEOUT, NO_READERS, CANCELLED = 0x8010000A, 0x8010002E, 0x80100002


class ReaderWatch:
    """One wait after the other on the readers of this computer."""

    def __init__(self) -> None:
        self._library = load()
        self._context = Handle()
        self._known: dict[bytes, int] = {}
        self._stopped = threading.Event()
        self._waiting = threading.Lock()
        call(self._library, "SCardEstablishContext", Word(SCOPE_SYSTEM), None, None, byref(self._context))
        self._wait(0)  # what is here already is no event

    def wait(self) -> bool:
        """Wait for a change; False when stopped. PcscError when the service went away."""
        with self._waiting:
            while not self._stopped.is_set():
                if self._wait(NOW_AND_THEN_MS if sys.platform == "darwin" else FOREVER):
                    return True
        return False

    def _wait(self, milliseconds: int) -> bool:
        names = [*self._names(), NEW_READERS]
        rows = (ReaderState * len(names))()
        for row, name in zip(rows, names, strict=True):
            row.reader, row.current = c_char_p(name), self._known.get(name, UNAWARE)
        try:
            call(self._library, "SCardGetStatusChange", self._context, Word(milliseconds), rows, Word(len(names)))
        except PcscError as error:
            if error.code in {TIMEOUT, CANCELLED}:
                return False
            raise
        return self._changed(rows, names)

    def _changed(self, rows: ctypes.Array[ReaderState], names: list[bytes]) -> bool:
        before = self._known
        self._known = {name: row.event & ~CHANGED & 0xFFFFFFFF for row, name in zip(rows, names, strict=True)}
        return self._known != before

    def _names(self) -> list[bytes]:
        size = Word(0)
        try:
            call(self._library, "SCardListReaders", self._context, None, None, byref(size))
            buffer = ctypes.create_string_buffer(size.value)
            call(self._library, "SCardListReaders", self._context, None, buffer, byref(size))
        except PcscError as error:
            if error.code == NO_READERS:
                return []
            raise
        return [name for name in buffer.raw[: size.value].split(b"\0") if name]

    def stop(self) -> None:
        """End the wait, from another thread. A cancel that comes just before the wait is lost, so it is said again."""
        self._stopped.set()
        for _ in range(CANCELS):
            self._library.SCardCancel(self._context)
            if self._waiting.acquire(timeout=CANCEL_SECONDS):
                self._waiting.release()
                return

    def close(self) -> None:
        """Let go of the service."""
        self._library.SCardReleaseContext(self._context)
