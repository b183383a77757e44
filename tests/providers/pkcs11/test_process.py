"""Children start on their pipes, end when told, and leave nothing behind."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tokenmgr.providers.pkcs11 import process
from tokenmgr.providers.pkcs11.process import PosixProcess, WindowsProcess, on_pipes, spawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Start = Callable[..., tuple[process.Process, int, int]]

ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
KINDS = [PosixProcess, WindowsProcess]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a program; its process and the ends of its pipes."""
    ends: list[int] = []

    def starting(kind: Callable[..., process.Process], code: str) -> tuple[process.Process, int, int]:
        child_in, requests = os.pipe()
        answers, child_out = os.pipe()
        child = kind([sys.executable, "-I", "-S", "-c", code], dict(os.environ), child_in, child_out)
        os.close(child_in)
        os.close(child_out)
        ends.append(answers)
        return child, requests, answers

    yield starting
    for end in ends:
        os.close(end)


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_it_speaks_on_its_pipes_and_leaves_when_they_are_closed(start: Start, kind: type[PosixProcess]) -> None:
    child, requests, answers = start(kind, ECHO)
    os.write(requests, b"hello")
    os.close(requests)
    assert os.read(answers, 100) == b"hello"
    child.leave()
    assert not is_there(child.pid)


@pytest.mark.parametrize("kind", KINDS)
def test_one_that_does_not_leave_is_ended(
    start: Start, kind: type[PosixProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "POLITE_SECONDS", 0.1)
    child, requests, _ = start(kind, DEAF)
    os.close(requests)
    began = time.monotonic()
    child.leave()
    assert time.monotonic() - began < 5
    assert not is_there(child.pid)


@pytest.mark.parametrize("kind", KINDS)
def test_ending_it_from_many_threads_and_again(start: Start, kind: type[PosixProcess]) -> None:
    child, requests, _ = start(kind, DEAF)
    threads = [threading.Thread(target=child.kill) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)
    assert not is_there(child.pid)
    child.kill()
    child.leave()
    os.close(requests)


def test_a_number_that_is_another_process_by_now_is_left_alone(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    child, requests, _ = start(PosixProcess, ECHO)
    child.kill()
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("somebody else's process"))
    child.kill()
    os.close(requests)


def test_one_that_somebody_else_has_buried(start: Start) -> None:
    child, requests, _ = start(PosixProcess, ECHO)
    os.close(requests)
    os.waitpid(child.pid, 0)
    child.leave()


def test_ctrl_c_is_for_the_program(start: Start) -> None:
    child, requests, _ = start(PosixProcess, ECHO)
    assert os.getpgid(child.pid) == child.pid != os.getpgid(0)
    child.kill()
    os.close(requests)


def test_what_cannot_be_started_says_so() -> None:
    with pytest.raises(OSError, match="No such file"):
        spawn(["/nowhere/python"], {}, 0, 1)


def test_each_system_has_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    ways: list[str] = []
    for name in ("PosixProcess", "WindowsProcess"):
        monkeypatch.setattr(process, name, lambda *_, name=name: ways.append(name))
    spawn([], {}, 0, 1)
    monkeypatch.setattr("sys.platform", "win32")
    spawn([], {}, 0, 1)
    assert ways == ["PosixProcess", "WindowsProcess"]


def test_one_that_was_parted_with_leaves_nothing_behind(start: Start) -> None:
    child, requests, answers = start(PosixProcess, ECHO)
    os.close(requests)
    child.part()
    assert os.read(answers, 1) == b""  # it has ended, or is about to
    until = time.monotonic() + 5
    while is_there(child.pid) and time.monotonic() < until:
        other, requests, _ = start(spawn, ECHO)
        os.close(requests)
        other.leave()
    assert not is_there(child.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists a process's files")
def test_no_pipe_stays_open_where_nothing_starts() -> None:
    files = Path("/proc/self/fd")
    before = len(list(files.iterdir()))
    with pytest.raises(FileNotFoundError):
        on_pipes(["/nowhere/python"], {})
    assert len(list(files.iterdir())) == before
