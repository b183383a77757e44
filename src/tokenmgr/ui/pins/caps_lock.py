"""Whether Caps Lock is on. Qt does not tell, so each system is asked in its own way; None where none answers."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOWS_CAPITAL_KEY = 0x14
MACOS_ALPHA_SHIFT = 0x10000
X11_CORE_KEYBOARD = 0x100
X11_CAPS_INDICATOR = 1


def caps_lock() -> bool | None:
    """On, off, or nobody knows."""
    asked = _asker(QGuiApplication.platformName())
    try:
        return None if asked is None else asked()
    except (OSError, AttributeError):
        return None


def typed_with_caps(text: str, *, shift: bool) -> bool | None:
    """What a letter says of it that was typed with or without Shift; None for what has no capital."""
    if len(text) != 1 or text.lower() == text.upper():
        return None
    return (text == text.upper()) is not shift


@lru_cache(maxsize=4)
def _asker(platform: str) -> Callable[[], bool | None] | None:
    try:
        if platform == "windows":
            return _windows()
        if platform == "cocoa":
            return _macos()
        return _x11() if platform == "xcb" else None
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
