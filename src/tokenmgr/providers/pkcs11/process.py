"""Starting and ending a child process on pipes, the short way. Where every start begins: keep it light."""

from __future__ import annotations

import os
import sys
import time
from _thread import allocate_lock

TYPE_CHECKING = False  # typing costs 5 ms, and this is where every start begins
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Protocol

    class Process(Protocol):
        """A running child."""

        pid: int

        def kill(self) -> None:
            """End it now and take its remains away. Any thread may, and more than once."""
            ...

        def leave(self) -> None:
            """Its pipe is closed: give it a moment to end by itself, then end it."""
            ...

        def part(self) -> None:
            """Its pipe is closed: it will end by itself, and nobody has to wait for that."""
            ...

    #: A child, where it listens, where it speaks.
    Piped = tuple[Process, int, int]

POLITE_SECONDS = 1.5
LOOK_EVERY = 0.001


class PosixProcess:
    """By posix_spawn: importing subprocess costs 10 ms at every start of the command line."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], stdin: int, stdout: int) -> None:
        files = [(os.POSIX_SPAWN_DUP2, stdin, 0), (os.POSIX_SPAWN_DUP2, stdout, 1)]
        self._lock = allocate_lock()
        self._ended = False
        # A group of its own: Ctrl-C is for the program, which then decides about the module.
        self.pid = os.posix_spawn(command[0], list(command), env, file_actions=files, setpgroup=0)

    def kill(self) -> None:
        """End it now."""
        with self._lock:
            if not self._ended:  # afterwards the number may be another process's
                os.kill(self.pid, _sigkill())
                self._wait()

    def leave(self) -> None:
        """Give it a moment."""
        with self._lock:
            self._wait()
        self.kill()

    def part(self) -> None:
        """Its own watch ends it; what remains of it is taken away when the next one is started."""
        _parted.append(self)

    def is_over(self) -> bool:
        """Take its remains away, if it has ended."""
        with self._lock:
            return self._reap()

    def _wait(self) -> None:
        """Not for ever: a process that a driver holds in the kernel does not even die."""
        until = time.monotonic() + POLITE_SECONDS
        while not self._reap() and time.monotonic() < until:
            time.sleep(LOOK_EVERY)

    def _reap(self) -> bool:
        if not self._ended:
            try:
                self._ended = os.waitpid(self.pid, os.WNOHANG)[0] == self.pid
            except ChildProcessError:
                self._ended = True
        return self._ended


#: Processes that end by themselves, or have.
_parted: list[PosixProcess] = []


class WindowsProcess:
    """By subprocess."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], stdin: int, stdout: int) -> None:
        import subprocess  # 10 ms that POSIX does not need

        self._timeout = subprocess.TimeoutExpired
        self._process = subprocess.Popen(command, stdin=stdin, stdout=stdout, env=dict(env))
        self.pid = self._process.pid

    def kill(self) -> None:
        """End it now."""
        self._process.kill()
        self._wait()

    def leave(self) -> None:
        """Give it a moment."""
        if not self._wait():
            self.kill()

    def part(self) -> None:
        """Windows keeps no remains."""

    def _wait(self) -> bool:
        try:
            self._process.wait(POLITE_SECONDS)
        except self._timeout:
            return False
        return True


def _sigkill() -> int:
    from signal import SIGKILL  # hardly ever

    return SIGKILL


def on_pipes(command: Sequence[str], env: Mapping[str, str]) -> Piped:
    """Start a child, and keep the other ends of its pipes."""
    child_in, requests = os.pipe()
    try:
        answers, child_out = os.pipe()
        try:
            return spawn(command, env, child_in, child_out), requests, answers
        except BaseException:
            os.close(answers)
            raise
        finally:
            os.close(child_out)
    except BaseException:
        os.close(requests)
        raise
    finally:
        os.close(child_in)


def spawn(command: Sequence[str], env: Mapping[str, str], stdin: int, stdout: int) -> Process:
    """Start a child on these pipes."""
    _parted[:] = [each for each in _parted if not each.is_over()]
    kind = WindowsProcess if sys.platform == "win32" else PosixProcess
    return kind(command, env, stdin, stdout)
