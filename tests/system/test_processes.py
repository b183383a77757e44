"""Programs that run, by name."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tokenmgr.system.processes import MOST, _from_ps, plain, running

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


def test_a_system_without_such_files_is_asked_by_its_own_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "/Applications/My Guard.app/Contents/MacOS/My Guard\n  launchd\n\n"
    monkeypatch.setattr("tokenmgr.system.processes.said", lambda _command: told)
    assert _from_ps() == {"My Guard", "launchd"}
    monkeypatch.setattr("tokenmgr.system.processes.said", lambda _command: None)
    monkeypatch.setattr("sys.platform", "darwin")
    assert running(tmp_path) == set()


@pytest.mark.skipif(not shutil.which("ps", path="/usr/bin:/bin"), reason="ps is not installed")
def test_the_command_itself() -> None:
    with subprocess.Popen(["/bin/sleep", "60"]) as process:
        assert "sleep" in _from_ps()
        process.kill()


@pytest.mark.parametrize("name", ["SACMonitor.exe", "sacmonitor", "SACMONITOR.EXE"])
def test_one_name_on_every_system(name: str) -> None:
    assert plain(name) == "sacmonitor"


def test_files_that_are_odd_or_gone(tmp_path: Path) -> None:
    for number in range(MOST + 10):
        (tmp_path / "proc" / str(number)).mkdir(parents=True)
    (tmp_path / "proc" / "1" / "comm").write_bytes(b"\xff" * 500)
    (tmp_path / "proc" / "2" / "comm").mkdir()
    assert running(tmp_path) == {"\ufffd" * 64}
    assert running(tmp_path / "nowhere") == set()
