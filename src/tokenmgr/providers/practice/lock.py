"""One process and one thread at a time. The system lets go of the lock when its holder dies."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tokenmgr.model.errors import FileUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIVATE_FILE = 0o600


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of this file, waiting for it as long as it takes."""
    descriptor = _open(path)
    try:
        _wait(descriptor)
        yield
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    # For reading, so that tokens can still be looked at where nothing may be written.
    try:
        return os.open(path, os.O_RDONLY | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "unusable") from error


if sys.platform == "win32":
    import msvcrt

    def _wait(descriptor: int) -> None:
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            except OSError:  # LK_LOCK gives up after ten seconds; waiting longer is what is wanted here
                continue
            return
else:
    import fcntl

    def _wait(descriptor: int) -> None:
        # flock, not lockf: it also keeps two threads of one process apart.
        fcntl.flock(descriptor, fcntl.LOCK_EX)
