"""One process and one thread at a time. The system lets go of the lock when its holder dies."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.system.locks import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIVATE_FILE = 0o600


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of this file, waiting for it as long as it takes."""
    descriptor = _open(path)
    try:
        wait_for(descriptor)
        yield
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    # For reading, so that tokens can still be looked at where nothing may be written.
    try:
        return os.open(path, os.O_RDONLY | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "unusable") from error
