"""Windows' registry: texts in the user's own part, numbers in the computer's. Elsewhere there are none.

Bytes in the user's part are read as a text too, and written back as the bytes that they were.
"""

from __future__ import annotations

import sys
from contextlib import suppress

#: What their text begins with; no text of the registry's own begins with a NUL. Hex digits follow.
BYTES = "\0hex:"


def read(key: str, name: str) -> str | None:
    """None where there is no such text."""
    found = None
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            value, kind = winreg.QueryValueEx(opened, name)
            found = BYTES + (value or b"").hex() if kind == winreg.REG_BINARY else str(value)
    return found


def write(key: str, name: str, text: str | None) -> None:
    """Set it; without a text, take it away. OSError where the system does not let us."""
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            if text is not None and text.startswith(BYTES):
                winreg.SetValueEx(opened, name, 0, winreg.REG_BINARY, as_bytes(text))
            elif text is not None:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)
            elif read(key, name) is not None:
                winreg.DeleteValue(opened, name)
    else:
        raise OSError(0, "no registry here")


def as_bytes(text: str) -> bytes:
    """The bytes that were read as this text; none where it is one of the registry's own."""
    return bytes.fromhex(text.removeprefix(BYTES)) if text.startswith(BYTES) else b""


def machine_number(key: str, name: str) -> int | None:
    """A number in the part of the registry that is the computer's; None where there is none."""
    found = None
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
            value, kind = winreg.QueryValueEx(opened, name)
            found = value if kind == winreg.REG_DWORD else None
    return found
