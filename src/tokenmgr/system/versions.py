"""What runs here, by name and version: the program, its parts, the system. Nothing that tells whose computer it is."""

from __future__ import annotations

import os
import platform
import sys
from contextlib import suppress

#: Parts whose version explains faults, as they are named in package indexes.
PARTS = ("PySide6-Essentials", "cryptography", "python-pkcs11")
#: What the desktop says of itself.
DESKTOP = {"desktop": "XDG_CURRENT_DESKTOP", "session": "XDG_SESSION_TYPE"}


def versions(program: str) -> dict[str, str]:
    """In the order in which a hotline asks. The computer's own name is not among them."""
    found = {
        "tokenmgr": program,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "machine": f"{platform.machine()} {8 * _pointer_octets()} bit",
    }
    with suppress(OSError):
        found["distribution"] = platform.freedesktop_os_release().get("PRETTY_NAME", "")
    found |= {name: os.environ.get(variable, "") for name, variable in DESKTOP.items()}
    found |= {part.lower(): _of(part) for part in PARTS}
    found["bundled"] = "yes" if getattr(sys, "frozen", False) else "no"
    return {name: version for name, version in found.items() if version}


def _pointer_octets() -> int:
    return 8 if sys.maxsize > 1 << 32 else 4


def _of(part: str) -> str:
    # 20 ms, and only a report asks.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(part)
    except PackageNotFoundError:
        return ""
