"""A lock between processes that the system releases when its holder dies."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Wait for the lock at this path and hold it. OSError where it cannot be made."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(fd)
        yield
    finally:
        os.close(fd)


def _lock(fd: int) -> None:
    if sys.platform == "win32":
        import errno  # noqa: PLC0415 - Windows only
        import msvcrt  # noqa: PLC0415

        while True:
            try:
                msvcrt.locking(fd, msvcrt.LK_LOCK, 1)
            except OSError as error:
                if error.errno != errno.EDEADLOCK:  # it gives up after ten seconds; a PIN pad may take longer
                    raise
            else:
                return
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        fcntl.flock(fd, fcntl.LOCK_EX)
