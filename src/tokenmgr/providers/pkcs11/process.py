"""Starting and ending a child process on pipes, the short way."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

POLITE_SECONDS = 1.0
LOOK_EVERY = 0.002


class Process(Protocol):
    """A running child."""

    pid: int

    def kill(self) -> None:
        """End it now and take its remains away."""
        ...

    def leave(self) -> None:
        """Its pipe is closed: give it a moment to end by itself, then end it."""
        ...


class PosixProcess:
    """By posix_spawn: importing subprocess costs 10 ms at every start of the command line."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], stdin: int, stdout: int) -> None:
        files = [(os.POSIX_SPAWN_DUP2, stdin, 0), (os.POSIX_SPAWN_DUP2, stdout, 1)]
        # A group of its own: Ctrl-C is for the program, which then decides about the module.
        self.pid = os.posix_spawn(command[0], list(command), env, file_actions=files, setpgroup=0)

    def kill(self) -> None:
        """End it now."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        self._reap(0)

    def leave(self) -> None:
        """Give it a moment."""
        until = time.monotonic() + POLITE_SECONDS
        while time.monotonic() < until:
            if self._reap(os.WNOHANG):
                return
            time.sleep(LOOK_EVERY)
        self.kill()

    def _reap(self, options: int) -> bool:
        try:
            return os.waitpid(self.pid, options)[0] == self.pid
        except ChildProcessError:
            return True


class WindowsProcess:
    """By subprocess."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], stdin: int, stdout: int) -> None:
        import subprocess  # noqa: PLC0415, S404 - 10 ms that POSIX does not need

        self._timeout = subprocess.TimeoutExpired
        self._process = subprocess.Popen(command, stdin=stdin, stdout=stdout, env=dict(env))  # noqa: S603 - own child
        self.pid = self._process.pid

    def kill(self) -> None:
        """End it now."""
        self._process.kill()
        self._process.wait()

    def leave(self) -> None:
        """Give it a moment."""
        try:
            self._process.wait(POLITE_SECONDS)
        except self._timeout:
            self.kill()


def spawn(command: Sequence[str], env: Mapping[str, str], stdin: int, stdout: int) -> Process:
    """Start a child on these pipes."""
    kind = WindowsProcess if sys.platform == "win32" else PosixProcess
    return kind(command, env, stdin, stdout)
