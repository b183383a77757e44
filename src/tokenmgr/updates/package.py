"""Brings a package into a folder of the user's: whole and as it was signed, or not at all. Nothing is started."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.update_errors import UpdateUnreachable, UpdateUntrusted
from tokenmgr.updates.line import Absent, get

if TYPE_CHECKING:
    from typing import BinaryIO

    from tokenmgr.updates.line import Pace
    from tokenmgr.updates.source import Package

READABLE = 0o644


def bring(package: Package, folder: Path, pace: Pace) -> Path:
    """Where it lies then. What has its name already and is the same file needs no bringing; others stay as they are."""
    name = package.file.path.rpartition("/")[2]
    if _is(package, folder / name):
        return folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _check_room(folder, package.length)
        return _brought(package, folder, name, pace)
    except OSError as error:
        raise FileUnreadable(str(folder / name), error.strerror or type(error).__name__) from None


def _brought(package: Package, folder: Path, name: str, pace: Pace) -> Path:
    fd, beside = tempfile.mkstemp(prefix=f"{name}.", suffix=".part", dir=folder)
    try:
        with os.fdopen(fd, "w+b") as file:
            _fill(file, package, pace)
            file.seek(0)
            package.check(file)
            os.fsync(file.fileno())
        Path(beside).chmod(READABLE)
        return Path(beside).rename(_free(folder, name))
    finally:
        Path(beside).unlink(missing_ok=True)


def _fill(file: BinaryIO, package: Package, pace: Pace) -> None:
    received = 0
    try:
        for piece in get(package.url, pace):
            received += len(piece)
            if received > package.length:
                raise UpdateUntrusted("length", package.file.path)
            file.write(piece)
    except Absent:
        raise UpdateUnreachable(urlsplit(package.url).hostname or "", "status") from None
    if received < package.length:
        raise UpdateUntrusted("length", package.file.path)


def _is(package: Package, path: Path) -> bool:
    try:
        with path.open("rb") as file:
            package.check(file)
    except (OSError, UpdateUntrusted):
        return False
    return True


def _check_room(folder: Path, length: int) -> None:
    if shutil.disk_usage(folder).free < length:
        raise FileUnreadable(str(folder), "ENOSPC")


def _free(folder: Path, name: str) -> Path:
    """The name, or the name with a number: what the user has is not written over."""
    stem, end = os.path.splitext(name)  # noqa: PTH122 - of a name alone
    number, path = 1, folder / name
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{stem} ({number}){end}"
    return path
