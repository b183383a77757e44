"""Programs that run, by name."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tokenmgr.system.processes import MOST, running

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems are asked in another way")


def test_a_program_that_runs_is_among_them(tmp_path: Path) -> None:
    shutil.copyfile("/bin/sleep", tmp_path / "QQPCTray.exe")
    (tmp_path / "QQPCTray.exe").chmod(0o755)
    with subprocess.Popen([tmp_path / "QQPCTray.exe", "60"]) as process:
        late = time.monotonic() + 10
        while "QQPCTray.exe" not in running():  # the system names it a moment after it has begun
            assert time.monotonic() < late
        process.kill()


def test_files_that_are_odd_or_gone(tmp_path: Path) -> None:
    for number in range(MOST + 10):
        (tmp_path / "proc" / str(number)).mkdir(parents=True)
    (tmp_path / "proc" / "1" / "comm").write_bytes(b"\xff" * 500)
    (tmp_path / "proc" / "2" / "comm").mkdir()
    assert running(tmp_path) == {"\ufffd" * 64}
    assert running(tmp_path / "nowhere") == set()
