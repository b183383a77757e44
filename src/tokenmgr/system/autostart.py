"""Starting with the computer: where the system looks for our entry, and what stands in it. Nothing is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.system import programs, registry

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
        # An AppImage's insides lie elsewhere at each start; where it lies itself it tells.
        return [os.environ.get("APPIMAGE") or programs.program(programs.WINDOW), HIDDEN]
    script = Path(sys.executable).with_name("tokenmgr.exe" if sys.platform == "win32" else "tokenmgr")
    return [str(script), HIDDEN] if script.exists() else [sys.executable, "-m", "tokenmgr", HIDDEN]


def is_on() -> bool:
    """Whether our entry is there and not switched off by the desktop."""
    found = read()
    return found is not None and b"\nHidden=true" not in found


def read() -> bytes | None:
    """Our entry as it is; None where there is none."""
    if sys.platform == "win32":
        line = registry.read(RUN_KEY, NAME)
        return None if line is None else line.encode()
    try:
        return place().read_bytes()
    except OSError:
        return None


def place() -> Path:
    """The file of our entry."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    base = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".config") / "autostart" / f"{NAME}.desktop"


def where() -> str:
    """Where our entry stands, for people."""
    return rf"HKCU\{RUN_KEY}\{NAME}" if sys.platform == "win32" else str(place())


def entry(parts: Sequence[str]) -> bytes:
    """What stands in it, so that this command is run."""
    if sys.platform == "win32":
        import subprocess

        return subprocess.list2cmdline(parts).encode()
    return _plist(parts) if sys.platform == "darwin" else _desktop_entry(parts)


def program(found: bytes) -> str:
    """The program that an entry of ours starts; empty where that cannot be told."""
    if sys.platform == "darwin":
        import plistlib

        return str(plistlib.loads(found)["ProgramArguments"][0])
    text = found.decode("utf-8", "replace")
    if sys.platform != "win32":
        text = next((line[5:] for line in text.splitlines() if line.startswith("Exec=")), "")
        text = text.replace("\\\\", "\\").replace("%%", "%")
    return _first_word(text)


def _first_word(line: str) -> str:
    """The first word of a command line, quoted or not."""
    if not line.startswith('"'):
        return line.partition(" ")[0]
    word, letters = "", iter(line[1:])
    for letter in letters:
        if letter == '"':
            break
        word += next(letters, "") if letter == "\\" and sys.platform != "win32" else letter
    return word


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
