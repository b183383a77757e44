"""Memory that PINs pass through: in no core dump, and not for other programs to read."""

from __future__ import annotations

import sys

#: From linux/prctl.h.
PR_SET_DUMPABLE = 4


def keep_memory_private() -> None:
    """For the rest of this process; a program it starts begins anew."""
    if sys.platform == "win32":
        return
    import resource  # not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # only where there is something to call

        # A core_pattern that pipes into a program does not look at the limit.
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
