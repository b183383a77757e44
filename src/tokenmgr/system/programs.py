"""The frozen program's executables, which lie side by side. Where every start begins: keep it light."""

from __future__ import annotations

import os
import sys

WINDOW, COMMAND_LINE, MODULE = "tokenmgr", "tokenmgr-cli", "tokenmgr-module"


#: Where a frozen program of 64 bits may have the process of modules of 32.
NARROW = "x86"


def program(name: str, folder: str = "") -> str:
    """The path of one of them, whichever of them asks."""
    ending = ".exe" if sys.platform == "win32" else ""
    return os.path.join(os.path.dirname(sys.executable), folder, name + ending)  # noqa: PTH118, PTH120 - pathlib: 4 ms


def narrow_module() -> str:
    """The process of 32-bit modules, where this program was given one; else empty."""
    if not getattr(sys, "frozen", False):
        return ""
    path = program(MODULE, NARROW)
    return path if os.path.isfile(path) else ""  # noqa: PTH113 - as above
