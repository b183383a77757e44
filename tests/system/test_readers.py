"""Readers watched without a timer: behind the real reader service, with cards that really come and go."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

from tests.beds.pcsc import PcscBed, available, numbered_card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.beds.pcsc import VirtualCard

pytestmark = pytest.mark.skipif(bool(available()), reason=f"virtual readers: {available()}")
ROOT = Path(__file__).parents[2]
PATIENCE = 10.0


class Watching:
    """The program that watches; what it says comes line by line."""

    def __init__(self, mode: str, socket: Path | str) -> None:
        paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        env = {**os.environ, "PCSCLITE_CSOCK_NAME": str(socket), "PYTHONPATH": paths}
        command = [sys.executable, "-m", "tests.system.watching", mode]
        self.process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)

    def said(self, within: float = PATIENCE) -> dict[str, Any]:
        """The next line, or nothing."""
        assert self.process.stdout is not None
        if not select.select([self.process.stdout], [], [], within)[0]:
            return {}
        line = self.process.stdout.readline()
        return dict(json.loads(line)) if line else {"over": True}

    def quiet(self) -> None:
        """Until nothing more is said."""
        while self.said(0.3):
            pass

    def stop(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="module")
def whole_bed() -> Iterator[PcscBed]:
    with PcscBed() as bed:
        yield bed


@pytest.fixture
def bed(whole_bed: PcscBed) -> Iterator[PcscBed]:
    yield whole_bed
    whole_bed.clear()


@pytest.fixture
def readers(bed: PcscBed) -> Iterator[Watching]:
    with Watching("readers", bed.socket) as child:
        assert "thread" in child.said()
        child.quiet()
        yield child


def card(bed: PcscBed, number: int = 0, place: int = 0) -> VirtualCard:
    return bed.card(numbered_card(number, slots=("9A",)), place)


def test_each_coming_and_going_wakes(bed: PcscBed, readers: Watching) -> None:
    one, two = card(bed), card(bed, 1, 1)
    for deed in (one.plug, two.plug, one.pull, two.pull):
        deed()
        assert "changed" in readers.said()
        readers.quiet()


def test_a_card_that_is_in_already_is_no_event(bed: PcscBed) -> None:
    card(bed).plug()
    time.sleep(0.2)  # the service itself looks at a new card a moment longer
    with Watching("readers", bed.socket) as child:
        assert "thread" in child.said()
        assert child.said(0.3) == {}


def test_nothing_happens_and_nobody_wakes(bed: PcscBed) -> None:
    """The waiting thread is not run at all, and stopping ends its wait at once."""
    with Watching("readers", bed.socket) as child:
        thread = child.said()["thread"]
        child.quiet()
        before = switches(child.process.pid, thread)
        time.sleep(0.5)
        assert switches(child.process.pid, thread) == before
        child.stop()
        assert [child.said(), child.said()] == [{"ended": False}, {"stopped": True}]


def switches(pid: int, thread: int) -> int:
    """How often the system has run this thread."""
    lines = Path(f"/proc/{pid}/task/{thread}/status").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)


def test_stopped_at_any_moment(bed: PcscBed) -> None:
    """Also between the look at the flag and the wait itself, where a cancel is lost."""
    with Watching("stops", bed.socket) as child:
        assert [child.said() for _ in range(21)] == [{"stopped": True}] * 21


def test_without_a_service_it_says_so() -> None:
    script = "from tokenmgr.system.readers import ReaderWatch\nReaderWatch()"
    env = {**os.environ, "PCSCLITE_CSOCK_NAME": "/nowhere/pcscd.comm", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False)
    assert "PcscError: SCardEstablishContext 0x8010001d" in done.stderr


def test_how_soon_a_card_is_noticed(bed: PcscBed) -> None:
    """After the moment the service itself told the bed; the figures are printed and nothing is demanded of them."""
    one, late = card(bed), []
    with Watching("watch", bed.socket) as child:
        child.quiet()
        for deed in (one.plug, one.pull) * 4:
            deed()
            served = time.monotonic()
            late.append((child.said()["changed"] - served) * 1000)
            child.quiet()
    sys.stdout.write(f"noticed {min(late):.2f} to {max(late):.2f} ms after the service's own event reached the bed\n")


def test_the_service_killed_and_started_again(tmp_path: Path) -> None:
    """The watch tells of the loss, meets the new service by itself, and sees cards again."""
    door = tmp_path / "pcscd.comm"
    with PcscBed() as first:
        door.symlink_to(first.socket)
        with Watching("watch", door) as child:
            threads = child.said()["threads"]
            child.quiet()
            os.kill(first.service.pid, signal.SIGKILL)
            assert "changed" in child.said()
            child.quiet()
            with PcscBed() as second:
                door.unlink()
                door.symlink_to(second.socket)
                assert child.said()["threads"] == threads
                child.quiet()
                card(second).plug()
                assert "changed" in child.said()
                child.quiet()
                child.stop()
                assert child.said() == {"ended": True}
