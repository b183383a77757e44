"""A file that is there whole or not at all, also after a power cut."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def replace(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Written beside and renamed. A file that is there keeps its rights and its owner. OSError where that fails."""
    import tempfile  # 3 ms that whoever only loads this need not wait for

    target = path.resolve()
    fd, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:64]}.")
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            _dress(fd, target, mode)
            os.fsync(fd)
        Path(beside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise
    sync_folder(target.parent)


def _dress(fd: int, target: Path, mode: int) -> None:
    """As the one that it replaces. By its handle: a link put in place of the name would lead elsewhere."""
    if sys.platform == "win32":
        return  # rights come from the folder
    try:
        seen = target.stat()
    except FileNotFoundError:
        os.fchmod(fd, mode)
        return
    if (seen.st_uid, seen.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(PermissionError):
            os.fchown(fd, seen.st_uid, seen.st_gid)
    os.fchmod(fd, seen.st_mode & 0o7777)


def remove(path: Path) -> None:
    """Gone, and stays gone."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """A renamed file survives a power cut only once its folder is on the disk too."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
