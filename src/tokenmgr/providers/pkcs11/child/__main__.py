"""The process a module lives in: one request at a time, until the other side goes away.

Started as `python -I -S -m ...` or as the frozen program's own module door, with the module's path as its argument.
"""

from __future__ import annotations

import os
import select
import sys
import threading

REQUESTS, ANSWERS = 0, 1
CHUNK = 65536


def main(path: str) -> int:
    """Serve the module at `path` on standard input and output."""
    requests, answers = _claim_pipes()
    _keep_memory_private()
    _die_with_parent(requests)
    from tokenmgr.providers.pkcs11.child.service import serve  # noqa: PLC0415 - after the pipes are safe

    return serve(path, lambda: os.read(requests, CHUNK), answers)


def _claim_pipes() -> tuple[int, int]:
    """Move the pipes away first: vendor libraries print, and read, where they like."""
    requests, answers = os.dup(REQUESTS), os.dup(ANSWERS)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(nowhere, fd)
    os.close(nowhere)
    return requests, answers


def _keep_memory_private() -> None:
    """No core dump and no reading of this memory by other programs: PINs pass through it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only here

        pr_set_dumpable = 4
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)


def _die_with_parent(requests: int) -> None:
    """A module that hangs must not outlive the program: watch for the other end of the pipe being closed."""
    if sys.platform == "win32":
        return  # a job object of the parent does this there

    def watch() -> None:
        poll = select.poll()
        poll.register(requests, 0)
        poll.poll()
        # The main thread may be serving the very last request; give the end of file to it unless it is stuck.
        threading.Event().wait(1.0)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
