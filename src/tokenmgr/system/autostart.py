"""Starting with the computer: one entry of ours where the system looks for such, and nothing else."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "tokenmgr"
LABEL = "tokenmgr.start"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
HIDDEN = "--hidden"
#: What the desktop entry rules have escaped inside quotes, the backslash first.
SPECIAL = '\\"`$'


def command() -> list[str]:
    """How this program was installed to be started, in the background."""
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN]
    script = Path(sys.executable).with_name("tokenmgr.exe" if sys.platform == "win32" else "tokenmgr")
    return [str(script), HIDDEN] if script.exists() else [sys.executable, "-m", "tokenmgr", HIDDEN]


def is_on() -> bool:
    """Whether our entry is there and not switched off by the desktop."""
    if sys.platform == "win32":
        return bool(_in_registry())
    try:
        text = place().read_bytes()
    except OSError:
        return False
    return b"\nHidden=true" not in text


def turn_on(wanted: Sequence[str] | None = None) -> None:
    """Make our entry, or make it anew. OSError where the system does not let us."""
    parts = list(wanted or command())
    if sys.platform == "win32":
        _write_registry(parts)
        return
    path = place()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(_plist(parts) if sys.platform == "darwin" else _desktop_entry(parts))
    beside.replace(path)


def turn_off() -> None:
    """Take our entry away."""
    if sys.platform == "win32":
        _write_registry(None)
    else:
        place().unlink(missing_ok=True)


def place() -> Path:
    """The file of our entry."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    base = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".config") / "autostart" / f"{NAME}.desktop"


def _desktop_entry(parts: Sequence[str]) -> bytes:
    line = " ".join(map(_quoted, parts))
    lines = ("[Desktop Entry]", "Type=Application", f"Name={NAME}", f"Exec={line}", f"Icon={NAME}", "Terminal=false")
    return "\n".join((*lines, "X-GNOME-Autostart-enabled=true", "")).encode()


def _quoted(part: str) -> str:
    """As the desktop entry rules want it: quoted, and then once more as a text of such files."""
    for letter in SPECIAL:
        part = part.replace(letter, f"\\{letter}")
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'


def _plist(parts: Sequence[str]) -> bytes:
    import plistlib  # an XML reader that only macOS needs

    return plistlib.dumps({"Label": LABEL, "ProgramArguments": list(parts), "RunAtLoad": True})


def _in_registry() -> str:
    found = ""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            found = str(winreg.QueryValueEx(key, NAME)[0])
    return found


def _write_registry(parts: Sequence[str] | None) -> None:
    if sys.platform == "win32":
        import subprocess
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            if parts is not None:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(parts))
            elif _in_registry():
                winreg.DeleteValue(key, NAME)
