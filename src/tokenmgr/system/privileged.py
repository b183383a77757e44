"""Commands of the system that only its administrator may run: fixed ones, found where the system keeps its own."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Never the user's own PATH: what stands there could be anybody's.
WHERE = "/usr/sbin:/usr/bin:/sbin:/bin"
SECONDS = 120
LONGEST = 300
DISMISSED, UNAUTHORISED = 126, 127


def found(program: str) -> str:
    """The whole path of one of the system's own programs; empty where it has none such."""
    return shutil.which(program, path=WHERE) or ""


def as_root(command: Sequence[str], given: bytes = b"") -> None:
    """Run it, with the system's own question for the administrator's password where one is needed.

    PermissionError where the person said no or has no right, TimeoutError where it has not ended yet, OSError where it
    failed; its strerror says what was said.
    """
    whole = _command(command)
    done = _run(whole, given)
    if done.returncode == 0:
        return
    heard = done.stdout.decode("utf-8", "replace").strip()[-LONGEST:]
    if whole[0] != command[0] and done.returncode in (DISMISSED, UNAUTHORISED):
        raise PermissionError(done.returncode, heard or "not authorised")
    raise OSError(done.returncode, heard or f"{command[0]} ended with {done.returncode}")


def answers_yes(command: Sequence[str]) -> bool:
    """A look that needs no right: whether the command ends well."""
    return said(command) is not None


def said(command: Sequence[str]) -> str | None:
    """A look that needs no right: what the command says; None where it does not end well."""
    path = found(command[0])
    if not path:
        return None
    try:
        done = _run([path, *command[1:]], b"")
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


def _command(command: Sequence[str]) -> list[str]:
    path = found(command[0])
    if not path:
        raise FileNotFoundError(0, f"{command[0]} is not installed")
    whole = [path, *command[1:]]
    if sys.platform == "win32" or os.geteuid() == 0:
        return whole
    asks = found("pkexec")
    if not asks:
        raise PermissionError(0, f"sudo {shlex.join(command)}")
    return [asks, *whole]


def _run(command: Sequence[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PATH": WHERE, "LC_ALL": "C.UTF-8", **_screen()},
    )
    try:
        heard, _ = process.communicate(given, SECONDS)
    except subprocess.TimeoutExpired:
        # Not killed: once it is root's, it is not ours to kill, and it may be in the midst of it.
        raise TimeoutError(0, f"{command[0]} has not ended yet") from None
    return subprocess.CompletedProcess(command, process.returncode, heard)


def _screen() -> dict[str, str]:
    """What the question for a password needs in order to be seen."""
    return {name: os.environ[name] for name in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY") if name in os.environ}
