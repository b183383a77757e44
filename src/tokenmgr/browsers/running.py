"""Whether a browser is open. One that is does not read its list again, and may write it."""

from __future__ import annotations

import os
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.browsers.kinds import Browser

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from tokenmgr.browsers.kinds import BrowserProfile

LOOK_EVERY = 0.5
PROCESSES = Path("/proc")


def is_running(profile: BrowserProfile) -> bool:
    """Asked of the system, not of files that a crash leaves behind."""
    return _firefox(profile.folder) if profile.browser is Browser.FIREFOX else _holds(profile.folder, *profile.homes)


def wait_closed(profile: BrowserProfile, stop: threading.Event, every: float = LOOK_EVERY) -> bool:
    """Until it is closed, or until nobody waits any more: whether it is closed."""
    while is_running(profile):
        if stop.wait(every):
            return False
    return True


def _firefox(folder: Path) -> bool:
    if sys.platform == "win32":
        return _taken(folder / "parent.lock")
    return _locked(folder / ".parentlock") or _linked(folder / "lock")


def _taken(path: Path) -> bool:
    """On Windows Firefox shares its lock file with nobody."""
    try:
        with path.open("rb"):
            return False
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _locked(path: Path) -> bool:
    """Whether another process has a lock on it. Only asked: to take it could keep Firefox from starting."""
    import fcntl

    linux = sys.platform.startswith("linux")
    # struct flock: type, whence, start, length, process; on macOS start, length, process, type, whence
    wanted = (fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0) if linux else (0, 0, 0, fcntl.F_WRLCK, os.SEEK_SET)
    layout, place = ("@hhqqi4x", 0) if linux else ("@qqihh", 3)
    try:
        with path.open("rb") as file:
            answer = fcntl.fcntl(file, fcntl.F_GETLK, struct.pack(layout, *wanted))
    except OSError:
        return False
    return bool(struct.unpack(layout, answer)[place] != fcntl.F_UNLCK)


def _linked(path: Path) -> bool:
    """Where no locks are to be had, as on some network drives, a link names address and process; a `+` before the
    process says that the lock counts, and such a link stays behind.
    """
    try:
        process = os.readlink(path).rpartition(":")[2]  # noqa: PTH115 - what it says is no path
    except OSError:
        return False
    return process.isdecimal() and (PROCESSES / process).exists()


def _holds(*folders: Path) -> bool:
    """Whether any process has a file open in there; one that crashed has none."""
    inside = tuple(f"{folder.resolve()}{os.sep}" for folder in folders)
    return any(path.startswith(inside) for path in _open_files())


def _open_files() -> Iterator[str]:
    """Of every process that we may ask, so of all of this user's."""
    for process in PROCESSES.glob("[0-9]*"):
        with suppress(OSError):  # not ours, or just gone
            for number in os.listdir(process / "fd"):  # noqa: PTH208 - hundreds of them, and only the names
                with suppress(OSError):
                    yield os.readlink(process / "fd" / number)  # noqa: PTH115 - not every answer is a path
