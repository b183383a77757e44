"""The doors."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.ground.tree import ROOT
from tokenmgr import __main__, __version__

if TYPE_CHECKING:
    import pytest


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "tokenmgr", *arguments]
    return subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def test_the_command_line() -> None:
    done = start("--version")
    assert (done.returncode, __version__ in done.stdout) == (0, True)
    assert start("--no-such").returncode == 2


def test_a_modules_process_ends_when_nobody_asks() -> None:
    done = start("--pkcs11-child", "/nonexistent.so")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_modules_door_needs_no_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["tokenmgr", "--pkcs11-child", "/some.so"])
    monkeypatch.setattr("tokenmgr.providers.pkcs11.child.__main__.main", len)
    assert __main__.main() == len("/some.so")
