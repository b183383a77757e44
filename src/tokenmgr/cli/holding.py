"""A process left behind that holds a token until the administrator's response is handed to it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import tokenmgr
from tokenmgr.system.programs import COMMAND_LINE, program

if TYPE_CHECKING:
    from tokenmgr.cli.wishes import Wishes


def leave_behind(wishes: Wishes) -> tuple[str, int]:
    """Start it. What it announced, or nothing and its exit code: it has told the reason by then."""
    import subprocess  # 10 ms that only this verb pays

    process = subprocess.Popen(
        [*_this_program(), *_repeated(wishes), "pin", "hold"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        env=_environment(),
        start_new_session=True,  # it outlives the terminal
    )
    line = _announced(process.stdout)
    if line:
        process.returncode = 0  # it stays; nobody waits for its end
        return line, 0
    return "", process.wait()


def _announced(stream: IO[bytes] | None) -> str:
    if stream is None:
        return ""
    with stream:
        return stream.readline().decode().strip()


def _this_program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [program(COMMAND_LINE)]
    return [sys.executable, "-m", "tokenmgr", "--command-line"]


def _environment() -> dict[str, str]:
    """Where this very program lies, however it was found."""
    here = str(Path(tokenmgr.__file__).resolve().parents[1])
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))}


def _repeated(wishes: Wishes) -> list[str]:
    """The common options again. None of them is a secret."""
    said = {"--token": wishes.token, "--home": wishes.home, "--language": wishes.language}
    options = [part for name, value in said.items() if value for part in (name, value)]
    options += [part for path in wishes.modules for part in ("--module", path)]
    return [*options, *(["--json"] if wishes.json else []), *(["--practice"] if wishes.practice else [])]


def step_back() -> None:
    """The challenge is told: let go of everything that whoever started this process may be waiting for."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
