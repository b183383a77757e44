"""A lock between processes and threads that dies with its holder."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tokenmgr.system import locks

PATIENCE = 10.0
SOURCE = Path(__file__).parents[2] / "src"
HOLDER = """
import sys, time
from pathlib import Path
from tokenmgr.system import locks
with locks.held(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(path: Path) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    child = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], env=env, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def waiting_for(path: Path) -> tuple[threading.Thread, threading.Event]:
    got = threading.Event()

    def take() -> None:
        with locks.held(path):
            got.set()

    thread = threading.Thread(target=take, daemon=True)
    thread.start()
    return thread, got


def test_one_at_a_time_among_threads(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locks.held(path):
        thread, got = waiting_for(path)
        assert not got.wait(0.1)
    assert got.wait(PATIENCE)
    thread.join(PATIENCE)


def test_a_killed_holder_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    child = holder(path)
    thread, got = waiting_for(path)
    assert not got.wait(0.1)
    child.kill()
    assert got.wait(PATIENCE)
    child.communicate()
    thread.join(PATIENCE)


def test_it_is_not_handed_down_to_children(tmp_path: Path) -> None:
    """A module's process that is started meanwhile must not hold on to the lock."""
    path = tmp_path / "lock"
    with locks.held(path):
        child = subprocess.Popen(["sleep", "60"], close_fds=False)
    thread, got = waiting_for(path)
    assert got.wait(PATIENCE)
    thread.join(PATIENCE)
    child.kill()
    child.wait()


def test_an_error_inside_lets_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locks.held(tmp_path / "lock"):
        raise KeyError
    with locks.tried(tmp_path / "lock") as mine:
        assert mine


def test_its_folder_is_made_and_is_the_owners_only(tmp_path: Path) -> None:
    path = tmp_path / "locks" / "lock"
    with locks.held(path):
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_where_it_cannot_be_made_the_system_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"), locks.held(tmp_path / "file" / "lock"):
        pass


def test_trying_does_not_wait(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    child = holder(path)
    with locks.tried(path) as mine:
        assert not mine
    child.kill()
    child.communicate()
    with locks.tried(path) as mine:
        assert mine
        assert locks.is_held(path)


def test_looking_disturbs_nobody(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert not locks.is_held(path)
    assert not path.exists()
    with locks.held(path):
        assert locks.is_held(path)
    assert not locks.is_held(path)
