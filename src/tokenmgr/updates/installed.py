"""How this program came onto the computer, by what the system itself has written down. Nothing is started to find out.

A package that a repository keeps up to date is not to be updated behind the package manager's back, so this is asked
before anything is offered.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tokenmgr.system.appimage import image

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: folder: a bundle that nobody installed. source: run from its source, or by a Python's own package manager.
Kind = Literal["deb", "msi", "nsis", "dmg", "appimage", "folder", "source"]
#: What there is for a bundle that nobody installed.
FOR_FOLDERS: dict[str, Kind] = {"linux": "appimage", "win32": "nsis", "darwin": "dmg"}
DPKG = Path("/var/lib/dpkg/info")
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"


class Here(NamedTuple):
    """This process and its system, for what tests cannot be."""

    program: Path
    bundled: bool
    system: str = sys.platform
    dpkg: Path = DPKG
    environ: Mapping[str, str] = os.environ


def here() -> Here:
    """Of a bundle the executable, else where the source lies."""
    bundled = bool(getattr(sys, "frozen", False))
    return Here(Path(sys.executable) if bundled else Path(__file__).resolve().parents[1] / "__main__.py", bundled)


def installed(place: Here) -> Kind:
    """The most telling record first."""
    if place.system == "linux" and listed_by_dpkg(place.program, place.dpkg):
        return "deb"
    if not place.bundled:
        return "source"
    if place.system == "linux" and image(place.program, place.environ):
        return "appimage"
    if place.system == "darwin" and ".app/Contents/" in place.program.as_posix():
        return "dmg"
    if place.system == "win32":
        return registered(place.program, _entries())
    return "folder"


def offered(kind: Kind, system: str = sys.platform) -> str:
    """The kind of package that would bring a newer version to this computer; empty where none does."""
    if kind == "source":
        return ""
    return FOR_FOLDERS.get(system, "") if kind == "folder" else kind


def listed_by_dpkg(program: Path, folder: Path) -> bool:
    """What `dpkg -S` looks at: one list of files a package, ours first."""
    line = f"\n{program}\n".encode()
    lists = sorted(folder.glob("*.list"), key=lambda path: not path.name.startswith("tokenmgr"))
    return any(line in b"\n" + _content(path) for path in lists)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def registered(program: Path, entries: Iterable[Mapping[str, object]]) -> Kind:
    """By what Windows shows under installed programs: the entry whose folder this program lies in."""
    for entry in entries:
        folder = str(entry.get("InstallLocation") or "").strip('"')
        if folder and _below(program, folder):
            return "msi" if entry.get("WindowsInstaller") == 1 else "nsis"
    return "folder"


def _below(program: Path, folder: str) -> bool:
    """Windows does not tell small letters from capitals."""
    own, theirs = (str(each).replace("/", "\\").rstrip("\\").lower() for each in (program, folder))
    return own.startswith(f"{theirs}\\")


def _entries() -> list[Mapping[str, object]]:
    """Of the computer and of the user, in both views."""
    found: list[Mapping[str, object]] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            for view in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
                with suppress(OSError), winreg.OpenKey(root, UNINSTALL, 0, winreg.KEY_READ | view) as key:
                    names = [winreg.EnumKey(key, number) for number in range(winreg.QueryInfoKey(key)[0])]
                    found += [_entry(key, name) for name in names]
    return found


def _entry(key: Any, name: str) -> Mapping[str, object]:
    found: dict[str, object] = {}
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(key, name) as entry:
            for value in ("InstallLocation", "WindowsInstaller"):
                with suppress(OSError):
                    found[value] = winreg.QueryValueEx(entry, value)[0]
    return found
