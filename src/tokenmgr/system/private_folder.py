"""A folder for this user alone, and so is every folder above it that has to be made too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def private_folder(path: Path, mode: int = 0o700) -> Path:
    """Made where it is not there. `mkdir(parents=True)` would let others into what lies above. OSError.

    `mode`: other rights, for what everybody has to read.
    """
    for each in (*reversed(path.parents), path):
        if not each.exists():
            each.mkdir(mode=mode, exist_ok=True)
            each.chmod(mode)  # whatever this process takes away from all that it makes
    return path
