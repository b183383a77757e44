"""PC/SC through the system's own library: its types, which differ by system, and its errors.

pyscard offers the same, but has no wheel for Linux and needs a compiler there.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import c_char_p, c_ulong, c_void_p

TYPE_CHECKING = False  # typing costs 6 ms, and a module's process starts with every command
if TYPE_CHECKING:
    from typing import Any

#: DWORD is 32 bits on Windows and macOS, unsigned long in pcsc-lite.
Word = ctypes.c_uint32 if sys.platform in {"win32", "darwin"} else c_ulong
#: SCARDCONTEXT and SCARDHANDLE: a pointer's size on Windows, 32 bits on macOS, a long in pcsc-lite.
Handle = c_void_p if sys.platform == "win32" else (ctypes.c_int32 if sys.platform == "darwin" else ctypes.c_long)

LIBRARIES = {
    "win32": "winscard.dll",
    "darwin": "/System/Library/Frameworks/PCSC.framework/PCSC",
}
#: Windows has each call that takes a name twice.
SUFFIX = "A" if sys.platform == "win32" else ""
NAMED = frozenset({"SCardConnect", "SCardListReaders", "SCardGetStatusChange"})
ATR_ROOM = 36 if sys.platform == "win32" else 33
SCOPE_SYSTEM = 2


class ReaderState(ctypes.Structure):
    """SCARD_READERSTATE."""

    _pack_ = 1 if sys.platform == "darwin" else 0
    _fields_ = (
        ("reader", c_char_p),
        ("user_data", c_void_p),
        ("current", Word),
        ("event", Word),
        ("atr_size", Word),
        ("atr", ctypes.c_ubyte * ATR_ROOM),
    )


class PcscError(Exception):
    """PC/SC is not there or does not answer."""

    def __init__(self, call: str, code: int = 0) -> None:
        super().__init__(f"{call} 0x{code:08x}")
        self.call = call
        self.code = code


def load() -> ctypes.CDLL:
    """The system's PC/SC library."""
    loader: Any = getattr(ctypes, "WinDLL", ctypes.CDLL)
    try:
        library: ctypes.CDLL = loader(LIBRARIES.get(sys.platform, "libpcsclite.so.1"))
    except OSError:
        raise PcscError("load") from None
    return library


def call(library: ctypes.CDLL, name: str, *arguments: object) -> None:
    """One call; anything but success is a PcscError."""
    function = getattr(library, name + SUFFIX if name in NAMED else name)
    function.restype = Word
    code = function(*arguments) & 0xFFFFFFFF
    if code:
        raise PcscError(name, code)
