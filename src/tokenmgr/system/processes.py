"""The names of the programs that run. Nothing is asked of them."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

from tokenmgr.system.privileged import said

MOST = 4096
LONGEST = 64


def running(root: Path = Path("/")) -> set[str]:
    """Of all users, as far as the system tells; nothing where it does not."""
    if sys.platform == "darwin":
        return _from_ps()
    return _from_windows() if sys.platform == "win32" else _from_proc(root)


def plain(name: str) -> str:
    """One program's name on every system: Windows adds an ending and does not tell small letters from capitals."""
    return name.lower().removesuffix(".exe")


def _from_proc(root: Path) -> set[str]:
    """Linux; nothing where there is no such folder."""
    names = set()
    for _, place in zip(range(MOST), (root / "proc").glob("[0-9]*/comm"), strict=False):
        try:
            names.add(place.read_bytes()[:LONGEST].decode("utf-8", "replace").strip())
        except OSError:
            continue  # it ended
    return names


def _from_ps() -> set[str]:
    """macOS, which tells whole paths."""
    lines = (said(("ps", "-axo", "comm=")) or "").splitlines()[:MOST]
    return {PurePosixPath(line.strip()).name[:LONGEST] for line in lines if line.strip()}


def _from_windows() -> set[str]:
    names: set[str] = set()
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Entry(ctypes.Structure):
            _fields_ = (
                ("size", wintypes.DWORD), ("usage", wintypes.DWORD), ("process", wintypes.DWORD),
                ("heap", ctypes.c_size_t), ("module", wintypes.DWORD), ("threads", wintypes.DWORD),
                ("parent", wintypes.DWORD), ("priority", wintypes.LONG), ("flags", wintypes.DWORD),
                ("file", wintypes.WCHAR * wintypes.MAX_PATH),
            )  # fmt: skip

        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateToolhelp32Snapshot.restype = wintypes.HANDLE
        shot = wintypes.HANDLE(kernel.CreateToolhelp32Snapshot(2, 0))
        entry = Entry(size=ctypes.sizeof(Entry))
        there = kernel.Process32FirstW(shot, ctypes.byref(entry))
        while there and len(names) < MOST:
            names.add(entry.file)
            there = kernel.Process32NextW(shot, ctypes.byref(entry))
        kernel.CloseHandle(shot)
    return names
