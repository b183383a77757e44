"""A lock between processes that the system releases when its holder dies."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tokenmgr.system.private_folder import private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Wait for the lock at this path and hold it. OSError where it cannot be made."""
    private_folder(path.parent)
    fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        wait_for(fd)
        yield
    finally:
        os.close(fd)


@contextmanager
def tried(path: Path) -> Iterator[bool]:
    """Hold the lock at this path if nobody else does, without waiting; whether it is held."""
    private_folder(path.parent)
    fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _try_lock(fd)
    finally:
        os.close(fd)


def is_held(path: Path) -> bool:
    """Whether another process, or this one, holds the lock at this path."""
    try:
        fd = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _try_lock(fd, shared=True)
    finally:
        os.close(fd)


def _try_lock(fd: int, *, shared: bool = False) -> bool:
    """`shared` where one only looks: those who look must not take each other for the holder."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def wait_for(fd: int) -> None:
    """Lock an open file for this descriptor alone; flock also keeps two threads of one process apart."""
    if sys.platform == "win32":
        import errno
        import msvcrt

        while True:
            try:
                msvcrt.locking(fd, msvcrt.LK_LOCK, 1)
            except OSError as error:
                if error.errno != errno.EDEADLOCK:  # it gives up after ten seconds; a PIN pad may take longer
                    raise
            else:
                return
    else:
        import fcntl

        fcntl.flock(fd, fcntl.LOCK_EX)
