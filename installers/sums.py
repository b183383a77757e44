"""SHA256SUMS: the digests of everything that was built into a folder, for `sha256sum -c`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "SHA256SUMS"
#: What is about the others.
ABOUT = (NAME, f"{NAME}.sig", f"{NAME}.asc", f"{NAME}.pub")


def write(folder: Path) -> Path:
    """Of every file there."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name not in ABOUT)
    file = folder / NAME
    file.write_text("".join(f"{digest(path)}  {path.name}\n" for path in files), "utf-8")
    return file


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
