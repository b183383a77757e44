"""One at a time, among threads and among processes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.providers.practice.known import LIMIT, start
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.providers.practice.lock import locked

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import sys, time, pathlib
from tokenmgr.providers.practice.lock import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def takes_it(path: Path, *, within: float) -> bool:
    taken = threading.Event()

    def take() -> None:
        with locked(path):
            taken.set()

    threading.Thread(target=take, daemon=True).start()
    return taken.wait(within)


def test_another_thread_waits(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"):
        assert not takes_it(tmp_path / "lock", within=0.05)
    assert takes_it(tmp_path / "lock", within=LIMIT)


def test_a_killed_holder_lets_go(tmp_path: Path) -> None:
    with start(HOLDER, str(tmp_path / "lock")) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert not takes_it(tmp_path / "lock", within=0.05)
        holder.kill()
    assert takes_it(tmp_path / "lock", within=LIMIT)


def test_an_error_inside_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "lock"):
        raise ZeroDivisionError
    assert takes_it(tmp_path / "lock", within=LIMIT)


def test_no_place_for_the_lock(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable), locked(tmp_path / "nowhere" / "lock"):
        pass
