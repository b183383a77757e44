"""The doors."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.ground.tree import ROOT
from tokenmgr import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence


def start(*arguments: str, options: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, *options, "-m", "tokenmgr", *arguments]
    return subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def test_the_command_line() -> None:
    done = start("--command-line", "--version")
    assert (done.returncode, __version__ in done.stdout) == (0, True)
    assert start("--command-line", "--no-such").returncode == 2


def test_a_modules_process_ends_when_nobody_asks() -> None:
    done = start("--pkcs11-child")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_modules_door_does_not_pass_by_the_command_line() -> None:
    done = start("--pkcs11-child", options=["-X", "importtime"])
    assert "tokenmgr.__main__" not in done.stderr  # started, not imported
    assert "runpy" in done.stderr
    assert "tokenmgr.cli" not in done.stderr
