"""Whether Qt can be loaded here at all."""

from __future__ import annotations

import ctypes.util
import sys

import pytest

SYSTEM_LIBRARIES = ("EGL", "GL", "glib-2.0", "dbus-1", "fontconfig", "xkbcommon")

needs_qt = pytest.mark.skipif(
    sys.platform == "linux" and not all(map(ctypes.util.find_library, SYSTEM_LIBRARIES)),
    reason="Qt's system libraries are missing (libegl1 and others)",
)
