"""Starting with the computer: where the system looks for our entry, and what stands in it. Nothing is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.system import programs, registry
from tokenmgr.system.appimage import image

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "tokenmgr"
LABEL = "tokenmgr.start"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
#: Where Windows notes what the person switched off in its own list of what starts.
APPROVED_KEY = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
HIDDEN = "--hidden"
GROUP = "[Desktop Entry]"
#: What the desktop entry rules have escaped inside quotes, the backslash first.
SPECIAL = '\\"`$'


def command() -> list[str]:
    """How this program was installed to be started, in the background."""
    if getattr(sys, "frozen", False):
        # An AppImage's insides lie elsewhere at each start; where it lies itself it tells.
        return [image(Path(sys.executable)) or programs.program(programs.WINDOW), HIDDEN]
    script = Path(sys.executable).with_name("tokenmgr.exe" if sys.platform == "win32" else "tokenmgr")
    return [str(script), HIDDEN] if script.exists() else [sys.executable, "-m", "tokenmgr", HIDDEN]


def is_on() -> bool:
    """Whether our entry is there and not switched off by the system."""
    found = read()
    return found is not None and not (switched_off() or _left_out(found))


def switched_off() -> str | None:
    """Windows' own note that our entry is not to start, which a person made there; None where there is none."""
    note = registry.read(APPROVED_KEY, NAME)
    odd = note is not None and any(byte & 1 for byte in registry.as_bytes(note)[:1])
    return note if odd else None


def _left_out(found: bytes) -> bool:
    """The two ways in which desktops write that they pass an entry over."""
    keys = _keys(found)
    return keys.get("Hidden") == "true" or keys.get("X-GNOME-Autostart-enabled") == "false"


def _keys(found: bytes) -> dict[str, str]:
    """What stands in a desktop entry: only its first group counts, and blanks around the equals sign do not."""
    keys, group = dict[str, str](), ""
    for line in map(str.strip, found.decode("utf-8", "replace").splitlines()):
        if line.startswith("["):
            group = line
        elif group == GROUP and not line.startswith("#"):
            key, _, value = line.partition("=")
            keys[key.rstrip()] = value.lstrip()
    return keys


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
    if sys.platform == "win32":
        return _first_word(found.decode("utf-8", "replace"))
    return _first_word(_keys(found).get("Exec", "").replace("\\\\", "\\").replace("%%", "%"))


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
    """Desktops pass it over once the program that it tries is gone."""
    tried, line = parts[0].replace("\\", "\\\\"), " ".join(map(_quoted, parts))
    lines = (GROUP, "Type=Application", f"Name={NAME}", f"TryExec={tried}", f"Exec={line}", f"Icon={NAME}")
    return "\n".join((*lines, "Terminal=false", "X-GNOME-Autostart-enabled=true", "")).encode()


def _quoted(part: str) -> str:
    """As the desktop entry rules want it: quoted, and then once more as a text of such files."""
    for letter in SPECIAL:
        part = part.replace(letter, f"\\{letter}")
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'


def _plist(parts: Sequence[str]) -> bytes:
    import plistlib  # an XML reader that only macOS needs

    return plistlib.dumps({"Label": LABEL, "ProgramArguments": list(parts), "RunAtLoad": True})
