"""The command line on practice tokens, within the test's own process: quick, and every answer at hand."""

from __future__ import annotations

import io
import json
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tokenmgr import app
from tokenmgr.cli.main import run
from tokenmgr.providers.practice.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

HK, CLII, NETCA = "P0HK8F21", "P0CL3A57", "P0NE6D90"
PIN = {HK: "12345678", CLII: "111111", NETCA: "12345678"}
CLII_SO, NETCA_PUK = "88888888", "12345678"
NEW = "Fresh!2026"
FINE, USAGE, NO_TOKEN, WRONG, LOCKED, REFUSED, FAULT, CANCELLED = 0, 2, 3, 4, 5, 6, 7, 130


def make(home: Path) -> Path:
    """Practice tokens under this home; their keys take a moment."""
    Shelf(home / "practice").ready()
    return home


def copied(made: Path, home: Path) -> Path:
    shutil.copytree(made, home)
    return home


@dataclass(frozen=True)
class Said:
    """What a command came to."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The answer of a command that went well."""
        assert self.code == FINE, self
        return json.loads(self.out)

    def error(self) -> dict[str, Any]:
        """The object on the last line of standard error."""
        told = json.loads(self.err.splitlines()[-1])
        assert told["exit"] == self.code, told
        return dict(told["error"])


class Practice:
    """`tokenmgr-cli --practice`."""

    def __init__(self, home: Path, capture: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self._capture = capture
        self._patch = monkeypatch
        # The test process stays as it is for the tests that follow.
        monkeypatch.setattr("tokenmgr.cli.desk.keep_memory_private", lambda: None)

    def __call__(self, *arguments: str, lines: tuple[str, ...] = ()) -> Said:
        """With --json; PINs as lines."""
        return self.plain("--json", *(["--pin-stdin"] if lines else []), *arguments, typed=lines)

    def plain(self, *arguments: str, typed: tuple[str, ...] = (), language: str = "en") -> Said:
        """As people use it."""
        self._patch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        self._capture.readouterr()
        code = run(["--home", str(self.home), "--practice", "--language", language, *arguments], app.build)
        return Said(code, *self._capture.readouterr())

    def left(self, serial: str, of: str = "user") -> int | None:
        """What the token itself says."""
        state = json.loads((self.home / "practice" / serial / "state").read_bytes().split(b"\n", 1)[1])
        count: int | None = state["secrets"][of]["left"]
        return count
