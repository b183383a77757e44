"""Killing a process at exactly its n-th system call, before the call does anything (Linux)."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TRACE_ME, SYSCALL, SET_OPTIONS = 0, 24, 0x4200
TELL_CALLS, KILL_WITH_TRACER = 0x1, 0x100000
AT_CALL = signal.SIGTRAP | 0x80


def available() -> str:
    """Why it cannot be done here, or nothing."""
    if sys.platform != "linux":
        return "only Linux lets a process be stopped at its system calls this way"
    try:
        return "" if calls_of(os.getpid) else "ptrace is refused"
    except OSError:
        return "ptrace is refused"


def _ptrace(request: int, pid: int, data: int = 0) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    library.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
    library.ptrace.restype = ctypes.c_long
    if library.ptrace(request, pid, None, data) < 0:
        raise OSError(ctypes.get_errno(), "ptrace")


def calls_of(work: Callable[[], object], kill_at: int = 0, ready: Callable[[], object] = bool) -> int:
    """Do the work in a child and count its system calls, or kill it as it begins the one of that number, from 1.

    `ready` runs in the child before the counting begins. 0 is the answer for a child that could not be traced.
    """
    child = os.fork()
    if not child:
        _be_traced(work, ready)
    os.waitpid(child, 0)  # it has stopped itself
    _ptrace(SET_OPTIONS, child, TELL_CALLS | KILL_WITH_TRACER)
    begun, entering = 0, True
    while True:
        _ptrace(SYSCALL, child)
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            return begun
        if os.WSTOPSIG(status) != AT_CALL:
            continue
        begun += entering
        if entering and begun == kill_at:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return begun
        entering = not entering


def _be_traced(work: Callable[[], object], ready: Callable[[], object]) -> None:
    try:
        ready()
        _ptrace(TRACE_ME, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        work()
    finally:
        os._exit(0)
