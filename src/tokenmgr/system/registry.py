"""Windows' registry: texts in the user's own part, numbers in the computer's. Elsewhere there are none."""

from __future__ import annotations

import sys
from contextlib import suppress


def read(key: str, name: str) -> str | None:
    """None where there is no such text."""
    found = None
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            found = str(winreg.QueryValueEx(opened, name)[0])
    return found


def write(key: str, name: str, text: str | None) -> None:
    """Set it; without a text, take it away. OSError where the system does not let us."""
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            if text is not None:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)
            elif read(key, name) is not None:
                winreg.DeleteValue(opened, name)
    else:
        raise OSError(0, "no registry here")


def machine_number(key: str, name: str) -> int | None:
    """A number in the part of the registry that is the computer's; None where there is none."""
    found = None
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
            value, kind = winreg.QueryValueEx(opened, name)
            found = value if kind == winreg.REG_DWORD else None
    return found
