"""Whether a browser is open: told by its locks and its open files. Real browsers: test_*_signs_in.py."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.browsers.users import profile
from tokenmgr.browsers.kinds import Browser, BrowserProfile, Packaging
from tokenmgr.browsers.running import is_running, wait_closed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOLD = """
import fcntl, sys
file = open(sys.argv[1], "w")
if sys.argv[2] == "lock":
    fcntl.lockf(file, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, how: str) -> Iterator[subprocess.Popen[bytes]]:
    """Another process has this file open, or locked as Firefox locks it."""
    command = [sys.executable, "-c", HOLD, str(path), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        yield process
        process.communicate()


def test_firefox_by_its_lock(tmp_path: Path) -> None:
    closed = profile(tmp_path / "p")
    assert not is_running(closed)
    with held(tmp_path / "p/.parentlock", "lock"):
        assert is_running(closed)
    assert (tmp_path / "p/.parentlock").exists()
    assert not is_running(closed)


def test_a_lock_file_without_a_lock_is_nothing(tmp_path: Path) -> None:
    with held(tmp_path / ".parentlock", "open"):
        assert not is_running(profile(tmp_path))


@pytest.mark.parametrize(
    ("link", "running"),
    [
        (f"127.0.0.1:{os.getpid()}", True),
        (f"127.0.0.1:+{os.getpid()}", False),
        ("127.0.0.1:+18212", False),
        ("127.0.0.1:4194999", False),
        ("nonsense", False),
        ("", False),
    ],
)
def test_the_link_counts_only_where_there_are_no_locks(tmp_path: Path, link: str, running: bool) -> None:
    if link:
        (tmp_path / "lock").symlink_to(link)
    assert is_running(profile(tmp_path)) is running


@pytest.fixture
def chromium(tmp_path: Path) -> BrowserProfile:
    database, settings = tmp_path / "nssdb", tmp_path / "chromium"
    for each in (database, settings, tmp_path / "chromium-notes"):
        each.mkdir()
    return BrowserProfile(Browser.CHROMIUM, Packaging.SYSTEM, "nssdb", database, homes=(settings,))


@pytest.mark.parametrize(
    ("file", "running"), [("nssdb/cert9.db", True), ("chromium/Local State", True), ("chromium-notes/x", False)]
)
def test_chromium_by_what_it_has_open(chromium: BrowserProfile, tmp_path: Path, file: str, running: bool) -> None:
    assert not is_running(chromium)
    with held(tmp_path / file, "open"):
        assert is_running(chromium) is running
    assert not is_running(chromium)


def test_chromium_behind_a_link(chromium: BrowserProfile, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nssdb")
    with held(tmp_path / "nssdb/key4.db", "open"):
        assert is_running(chromium._replace(folder=tmp_path / "link"))


def test_waiting_until_it_is_closed(tmp_path: Path) -> None:
    waited: list[bool] = []
    closed = profile(tmp_path)
    with held(tmp_path / ".parentlock", "lock") as process:
        waiting = threading.Thread(target=lambda: waited.append(wait_closed(closed, threading.Event(), 0.01)))
        waiting.start()
        assert not waited
        process.communicate()
        waiting.join(20)
    assert waited == [True]


def test_nobody_waits_any_more(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with held(tmp_path / ".parentlock", "lock"):
        assert not wait_closed(profile(tmp_path), stop)
    assert wait_closed(profile(tmp_path), stop)
