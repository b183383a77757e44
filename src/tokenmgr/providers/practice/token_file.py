"""A token's state on disk: whole and durable, or not changed at all."""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.providers.practice.state import from_json, to_json
from tokenmgr.system.whole_file import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.providers.practice.state import TokenState

STATE_NAME = "state"
LOCK_NAME = "lock"
PRIVATE_FILE = 0o600


def read_state(folder: Path) -> TokenState:
    """The state, or FileUnreadable: a damaged counter must not be believed, so a checksum leads the file."""
    path = folder / STATE_NAME
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "unreadable") from error
    if not hmac.compare_digest(checksum, _checksum(content)):
        raise FileUnreadable(str(path), "damaged")
    try:
        return from_json(content)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileUnreadable(str(path), "damaged") from error


def write_state(folder: Path, state: TokenState) -> None:
    """Write beside, make durable, rename over, make the rename durable. OSError: the old state may still stand."""
    content = to_json(state)
    beside = folder / f"{STATE_NAME}.new"
    _write_durably(beside, _checksum(content) + b"\n" + content)
    beside.replace(folder / STATE_NAME)
    sync_folder(folder)


def _write_durably(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode("ascii")
