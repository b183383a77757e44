"""The computer's clock, as its system knows it."""

from __future__ import annotations

import ctypes
import sys
from ctypes import POINTER, byref, c_char, c_int, c_long, c_uint

#: Microseconds. The kernel counts up to it while nobody sets the clock.
LOST = 16_000_000


class Timex(ctypes.Structure):
    """What Linux knows of its clock, as far as it is asked here; asked with nothing to change, it only tells."""

    _fields_ = (
        ("modes", c_uint), ("offset", c_long), ("frequency", c_long), ("greatest_error", c_long),
        ("rest", c_char * 512),
    )  # fmt: skip


def is_set(library: ctypes.CDLL | None = None) -> bool:
    """Whether the network has set it, whichever service does that (Linux); elsewhere nobody says so."""
    if sys.platform != "linux":
        return False
    ask, told = (library or ctypes.CDLL(None)).adjtimex, Timex()
    ask.argtypes, ask.restype = (POINTER(Timex),), c_int
    return bool(ask(byref(told)) >= 0 and told.greatest_error < LOST)
