"""The AppImage that this program runs from, where it does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def image(program: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Where it lies itself; empty where the program lies in none.

    The image's own start sets both words; a program started from within an image of somebody else's has them too.
    """
    mounted = environ.get("APPDIR", "")
    return environ.get("APPIMAGE", "") if mounted and program.is_relative_to(mounted) else ""
