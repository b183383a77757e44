"""A file that tells when anybody opens it, and an ear for whatever this process opens or connects to."""

from __future__ import annotations

import ctypes
import os
import select
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_OPEN = 0x20
IN_NONBLOCK = 0x800
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")
#: Where programs and their parts lie: Python opens these by itself when it imports.
PROGRAMS = (sys.prefix, sys.base_prefix, str(Path(__file__).resolve().parents[2]))

_heard: list[str] = []
_listening = [False]
_hooked = [False]


class Bait:
    """A picture that a certificate may point at. Qt opens files in C++, so the kernel is asked, not Python."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "bait.png"
        self.path.write_bytes(b"not a picture")
        libc = ctypes.CDLL(None, use_errno=True)
        self._fd = libc.inotify_init1(IN_NONBLOCK)
        assert self._fd >= 0
        assert libc.inotify_add_watch(self._fd, os.fsencode(self.path), IN_OPEN) >= 0

    @property
    def taken(self) -> bool:
        """Whether somebody has opened it."""
        ready, _, _ = select.select([self._fd], [], [], 0)
        return bool(ready and os.read(self._fd, 4096))

    def close(self) -> None:
        os.close(self._fd)


@contextmanager
def heard() -> Iterator[list[str]]:
    """What the window's thread opens that is no part of a program, and what any thread connects to."""
    if not _hooked[0]:
        sys.addaudithook(_hear)  # for good: Python has no way to take one away
        _hooked[0] = True
    _heard.clear()
    _listening[0] = True
    try:
        yield _heard
    finally:
        _listening[0] = False


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if not _listening[0]:
        return
    if event in NETWORK:
        _heard.append(f"{event} {arguments!r}"[:200])
    elif event == "open" and threading.current_thread() is threading.main_thread():
        path = str(arguments[0])
        if not path.startswith(PROGRAMS):
            _heard.append(f"open {path}"[:200])
