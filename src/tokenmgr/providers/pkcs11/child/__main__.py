"""The process a module lives in: one request at a time, until the other side goes away.

Started as `python -I -S -c ...` or as the frozen program's own module door, and told by the first request which
module it is for.
"""

from __future__ import annotations

import os
import sys
import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

REQUESTS, ANSWERS = 0, 1
CHUNK = 65536
MOST_CRASH_BYTES = 256_000
#: How long the main thread may take to notice that there is nobody left to answer.
GRACE_SECONDS = 1.0


def main() -> NoReturn:
    """Serve a module on standard input and output."""
    requests, answers = _claim_pipes()
    _keep_memory_private()
    _leave_word_of_a_crash()
    _die_with_parent(requests)
    from tokenmgr.providers.pkcs11.child.service import serve  # after the pipes are safe

    code = serve(lambda: os.read(requests, CHUNK), answers)
    # Not sys.exit: what vendor libraries do at the end of a process may hang, and nobody would be left to see it.
    os._exit(code)


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
    import resource  # not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # only here

        pr_set_dumpable = 4
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)


def _leave_word_of_a_crash() -> None:
    """Functions and lines where a vendor's library died, no values; only while the user keeps a log."""
    path = os.environ.get("TOKENMGR_CRASHES")
    if not path:
        return
    import faulthandler

    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return
    if os.fstat(fd).st_size < MOST_CRASH_BYTES:
        faulthandler.enable(fd)


def _die_with_parent(requests: int) -> None:
    """A module that hangs must not outlive the program. A thread sees the program go, without waking before."""

    def watch() -> None:
        if sys.platform == "win32":
            _wait_for_process(os.getppid())
        else:
            _wait_for_end_of(requests)
        # The main thread may be serving the very last request; give the end of file to it unless it is stuck.
        threading.Event().wait(GRACE_SECONDS)
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()


def _wait_for_end_of(pipe: int) -> None:
    import select  # not on Windows

    poll = select.poll()
    poll.register(pipe, 0)  # nothing but the other end being closed
    poll.poll()


def _wait_for_process(pid: int) -> None:
    """Windows has no waiting for a pipe, but for a process."""
    import ctypes  # only here

    synchronize, for_ever = 0x00100000, 0xFFFFFFFF
    kernel = ctypes.CDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    parent = kernel.OpenProcess(synchronize, 0, pid)
    if parent:
        kernel.WaitForSingleObject(ctypes.c_void_p(parent), for_ever)


if __name__ == "__main__":
    main()
