"""Whether Caps Lock is on: each window system is asked in its own way, and some do not answer."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOWS_CAPITAL_KEY = 0x14
MACOS_ALPHA_SHIFT = 0x10000
X11_CORE_KEYBOARD = 0x100
X11_CAPS_INDICATOR = 1


def caps_lock(window_system: str) -> bool | None:
    """On, off, or nobody knows. `window_system`: "windows", "cocoa" or "xcb"."""
    asked = _asker(window_system)
    try:
        return None if asked is None else asked()
    except (OSError, AttributeError):
        return None


@lru_cache(maxsize=4)
def _asker(window_system: str) -> Callable[[], bool | None] | None:
    try:
        if window_system == "windows":
            return _windows()
        if window_system == "cocoa":
            return _macos()
        return _x11() if window_system == "xcb" else None
    except (OSError, AttributeError):
        return None


def _windows() -> Callable[[], bool]:
    state = ctypes.CDLL("user32").GetKeyState  # it takes one number, so how it is called does not matter
    state.restype = ctypes.c_short

    def ask() -> bool:
        return bool(state(WINDOWS_CAPITAL_KEY) & 1)

    return ask


def _macos() -> Callable[[], bool]:
    flags = ctypes.CDLL(ctypes.util.find_library("CoreGraphics") or "").CGEventSourceFlagsState
    flags.restype = ctypes.c_uint64

    def ask() -> bool:
        return bool(flags(0) & MACOS_ALPHA_SHIFT)

    return ask


def _x11() -> Callable[[], bool | None]:
    """With a connection of its own: Qt's is Qt's."""
    library = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    library.XOpenDisplay.restype = ctypes.c_void_p
    library.XkbGetIndicatorState.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.POINTER(ctypes.c_uint)]
    display = library.XOpenDisplay(None)
    lights = ctypes.c_uint()

    def ask() -> bool | None:
        if not display or library.XkbGetIndicatorState(display, X11_CORE_KEYBOARD, ctypes.byref(lights)):
            return None
        return bool(lights.value & X11_CAPS_INDICATOR)

    return ask
