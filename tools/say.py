"""How the tools speak: one line for a step that takes time, one sentence and a next step for a problem."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

TAIL = 8  # lines of a failed program's output that are shown


class Problem(Exception):
    """What went wrong, in plain words, and what to do next."""

    def __init__(self, what: str, next_step: str) -> None:
        super().__init__(f"{what}\nNext step: {next_step}")


def step(text: str) -> None:
    print(f"tokenmgr: {text}", file=sys.stderr, flush=True)


def quietly(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> str | None:
    """Run a program, silent as long as it succeeds; else the end of what it said."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={**os.environ, **(env or {})},
            check=False,
        )
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return None
    return essence(done.stdout) or f"it ended with code {done.returncode} and said nothing"


def essence(output: str) -> str:
    """The end of what a program said; its errors alone where it marks them, as pip and apt do."""
    lines = output.strip().splitlines()
    errors = [line for line in lines if line.startswith(("ERROR:", "E:"))]
    return "\n".join((errors or lines)[-TAIL:])
