"""Where this program stood when it died, written by Python's faulthandler: names of functions and lines, no values."""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from typing import IO

LARGEST = 256_000
HEAD = 60_000


class CrashFile:
    """A context for as long as the log is on. A file that has grown too large keeps its newest part."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        """Never raises: without a place to write to, a crash is just a crash."""
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._shorten()
            fd = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
            self._file = os.fdopen(fd, "wb", buffering=0)
            faulthandler.enable(self._file, all_threads=True)
        return self

    def _shorten(self) -> None:
        if self.path.exists() and self.path.stat().st_size > LARGEST:
            self.path.write_bytes(self.path.read_bytes()[-HEAD:])

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def read(self) -> str:
        """What was written, without the folders of this computer's users."""
        try:
            text = self.path.read_bytes()[-LARGEST:].decode("utf-8", "replace")
        except OSError:
            return ""
        return text.replace(str(Path.home()), "~")

    def clear(self) -> None:
        """Empty it; it stays open."""
        with suppress(OSError):
            os.truncate(self.path, 0)
