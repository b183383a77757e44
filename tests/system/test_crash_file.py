"""A real crash leaves where it happened, and no value of any variable."""

from __future__ import annotations

import faulthandler
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.promises import canary
from tokenmgr.system.crash_file import HEAD, LARGEST, CrashFile

if TYPE_CHECKING:
    from collections.abc import Iterator

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import ctypes, sys
from pathlib import Path
from tokenmgr.system.crash_file import CrashFile

def enter_pin(pin):
    ctypes.string_at(0)

with CrashFile(Path(sys.argv[1])):
    enter_pin(sys.stdin.read())
"""


@pytest.fixture(autouse=True)
def pytests_own() -> Iterator[None]:
    """Pytest keeps one open itself, on its own copy of stderr."""
    was_on = faulthandler.is_enabled()
    yield
    if was_on:
        faulthandler.enable(sys.__stderr__ or sys.stderr)


def test_a_real_crash(tmp_path: Path) -> None:
    path = tmp_path / "crash.txt"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        input=canary.pin(9),
        text=True,
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.returncode < 0
    text = CrashFile(path).read()
    assert "Fatal Python error" in text
    assert "in enter_pin" in text
    assert canary.in_files(tmp_path) == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_long_file_keeps_its_newest_part(tmp_path: Path) -> None:
    path = tmp_path / "crash.txt"
    path.write_bytes(b"old " * LARGEST + b"the last words")
    with CrashFile(path):
        assert path.stat().st_size == HEAD
    assert path.read_bytes().endswith(b"the last words")


def test_read_and_cleared(tmp_path: Path) -> None:
    crash = CrashFile(tmp_path / "crash.txt")
    assert crash.read() == ""
    crash.clear()
    crash.path.write_text(f'File "{Path.home()}/x.py"')
    assert crash.read() == 'File "~/x.py"'
    crash.clear()
    assert crash.read() == ""


def test_nowhere_to_write(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with CrashFile(tmp_path / "file" / "crash.txt") as crash:
        assert crash.read() == ""
