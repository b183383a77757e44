"""The frozen program's executables, which lie side by side. Where every start begins: keep it light."""

from __future__ import annotations

import os
import sys

WINDOW, COMMAND_LINE, MODULE = "tokenmgr", "tokenmgr-cli", "tokenmgr-module"


def program(name: str) -> str:
    """The path of one of them, whichever of them asks."""
    ending = ".exe" if sys.platform == "win32" else ""
    return os.path.join(os.path.dirname(sys.executable), name + ending)  # noqa: PTH118, PTH120 - pathlib costs 4 ms
