"""A bare PC/SC client of one reader service: when it says that a card came or went, it did."""

from __future__ import annotations

import ctypes
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 10.0


def until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {PATIENCE:.0f} s")
        time.sleep(0.005)


def private_library(folder: Path) -> ctypes.CDLL:
    """A copy of its own: libpcsclite keeps the first socket's name it reads for as long as its process lives."""
    # From 2.0 on libpcsclite.so.1 may only hand on to the real one.
    names, places = ("libpcsclite_real.so.1", "libpcsclite.so.1"), ("lib/*-linux-gnu*", "lib64", "lib")
    found = (path for name in names for place in places for path in Path("/usr").glob(f"{place}/{name}"))
    return ctypes.CDLL(str(shutil.copy(next(found), folder / "libpcsclite.so")))


class ReaderState(ctypes.Structure):
    """SCARD_READERSTATE as pcsc-lite lays it out."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("user", ctypes.c_void_p),
        ("known", ctypes.c_ulong),
        ("now", ctypes.c_ulong),
        ("atr_length", ctypes.c_ulong),
        ("atr", ctypes.c_ubyte * 33),
    )


def establish(library: ctypes.CDLL, context: ctypes.c_long, socket_path: Path) -> int:
    """The socket's name is read from the environment, so it is there for this one call."""
    before = dict(os.environ)
    os.environ["PCSCLITE_CSOCK_NAME"] = str(socket_path)
    fault: int = library.SCardEstablishContext(ctypes.c_ulong(2), None, None, ctypes.byref(context))
    os.environ.pop("PCSCLITE_CSOCK_NAME")
    os.environ.update(before)
    return fault


class Watcher:
    """A PC/SC client that only watches the readers: it waits for the service's own events."""

    PRESENT = 0x20

    def __init__(self, socket_path: Path, folder: Path) -> None:
        self.library = private_library(folder)
        self.context = ctypes.c_long()
        # The socket is there a moment before pcscd listens.
        until(lambda: not establish(self.library, self.context, socket_path), "pcscd's answer")

    def knows(self, reader: str) -> bool:
        return not self._look(ReaderState(name=reader.encode()), 0)

    def wait(self, reader: str, *, present: bool) -> None:
        state = ReaderState(name=reader.encode())
        deadline = time.monotonic() + PATIENCE
        while True:
            self._next_change(state, deadline)
            if bool(state.now & self.PRESENT) == present:
                return
            state.known = state.now

    def _next_change(self, state: ReaderState, deadline: float) -> None:
        fault = self._look(state, max(0, int((deadline - time.monotonic()) * 1000)))
        if fault:
            raise TimeoutError(f"{state.name!r}: no event ({fault & 0xFFFFFFFF:#x})")

    def _look(self, state: ReaderState, milliseconds: int) -> int:
        """Wait for the reader to differ from what is known of it."""
        limit, one = ctypes.c_ulong(milliseconds), ctypes.c_ulong(1)
        fault: int = self.library.SCardGetStatusChange(self.context, limit, ctypes.byref(state), one)
        return fault

    def close(self) -> None:
        self.library.SCardReleaseContext(self.context)
