"""Where this program stood when it died, written by Python's faulthandler: names of functions and lines, no values."""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tokenmgr.system.private_folder import private_folder

if TYPE_CHECKING:
    from typing import IO

#: Where the processes of modules write theirs; told to them by the environment. See providers/pkcs11/child.
OF_CHILDREN = "TOKENMGR_CRASHES"
LARGEST = 256_000
HEAD = 60_000


class CrashFile:
    """A context for as long as the log is on. A file that has grown too large keeps its newest part."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    @property
    def of_children(self) -> Path:
        """The file of the processes of modules."""
        return self.path.with_name(f"{self.path.stem}-modules{self.path.suffix}")

    def tell_children(self) -> None:
        """Those that are started from now on write theirs too."""
        os.environ[OF_CHILDREN] = str(self.of_children)

    def __enter__(self) -> Self:
        """Never raises: without a place to write to, a crash is just a crash."""
        self.tell_children()
        with suppress(OSError):
            private_folder(self.path.parent)
            self._shorten()
            fd = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
            self._file = os.fdopen(fd, "wb", buffering=0)
            faulthandler.enable(self._file, all_threads=True)
        return self

    def _shorten(self) -> None:
        for path in (self.path, self.of_children):
            if path.exists() and path.stat().st_size > LARGEST:
                path.write_bytes(path.read_bytes()[-HEAD:])

    def __exit__(self, *_: object) -> None:
        os.environ.pop(OF_CHILDREN, None)
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def read(self) -> str:
        """What was written, without the folders of this computer's users."""
        text = "".join(_end_of(path) for path in (self.path, self.of_children))
        return text.replace(str(Path.home()), "~")

    def clear(self) -> None:
        """Empty it; it stays open."""
        for path in (self.path, self.of_children):
            with suppress(OSError):
                os.truncate(path, 0)


def _end_of(path: Path) -> str:
    try:
        return path.read_bytes()[-LARGEST:].decode("utf-8", "replace")
    except OSError:
        return ""
