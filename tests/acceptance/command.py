"""`tokenmgr-cli` as a user starts it: a process of its own, PINs as lines, answers as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tokenmgr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DOOR = "import sys; from tokenmgr.app import command_line; sys.exit(command_line())"
#: The same, taking the terminal on its standard input for its own first.
DOOR_OF_TERMINAL = f"import os; os.close(os.open(os.ttyname(0), os.O_RDWR)); {DOOR}"
PATIENCE = 60

#: Exit codes.
FINE, NO_TOKEN, WRONG, LOCKED, REFUSED, FAULT = 0, 3, 4, 5, 6, 7


@dataclass(frozen=True)
class Ran:
    """What one command came to."""

    code: int
    out: str
    err: str
    seconds: float

    def json(self) -> Any:
        """The answer of a command that went well."""
        assert self.code == FINE, self
        return json.loads(self.out)

    def error(self) -> dict[str, Any]:
        """The error as an object; its sentence is under "message"."""
        told = json.loads(self.err.splitlines()[-1])
        assert told["exit"] == self.code, told
        return dict(told["error"])

    def tries(self) -> dict[str, Any]:
        """What the error says of the tries left."""
        return dict(self.error()["tries"])


@dataclass
class CommandLine:
    """The command line with the options that do not change during a test."""

    home: Path
    options: Sequence[str] = ()
    env: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """The bed's variables, and the same source as this test run."""
        return {**os.environ, **self.env, "PYTHONPATH": str(Path(tokenmgr.__file__).parents[1])}

    def command(self, *arguments: str, door: str = DOOR) -> list[str]:
        """The whole command."""
        return [sys.executable, "-c", door, "--home", str(self.home), *self.options, *arguments]

    def __call__(self, *arguments: str, pins: Sequence[str] = ()) -> Ran:
        """Run to the end, with a line of standard input for each PIN."""
        began = time.monotonic()
        done = subprocess.run(
            self.command("--json", "--pin-stdin", *arguments),
            input="".join(f"{pin}\n" for pin in pins),
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr, time.monotonic() - began)

    def status(self, of: str = "user") -> dict[str, dict[str, Any]]:
        """`pin status` of every token, by serial number."""
        rows = self("pin", "status", "--of", of).json()
        return {row["serial"]: row for row in rows}

    def tries(self, serial: str, of: str = "user") -> dict[str, Any]:
        """What `pin status` says of the tries of one token."""
        row = self("pin", "status", "--of", of, "--token", serial).json()[0]
        return dict(row["tries"])
