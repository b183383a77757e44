"""The watch sleeps, wakes for each change, and outlives its services."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from tokenmgr.session import watch as watch_module
from tokenmgr.session.watch import Pauses, Watch
from tokenmgr.system.pcsc import PcscError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 10.0


class Bell:
    """A source that is rung by hand, or breaks."""

    def __init__(self) -> None:
        self.closed = False
        self._rung = threading.Semaphore(0)
        self._says: list[bool | Exception] = []

    def ring(self, *, says: bool | Exception = True) -> None:
        self._says.append(says)
        self._rung.release()

    def wait(self) -> bool:
        self._rung.acquire()
        said = self._says.pop(0)
        if isinstance(said, Exception):
            raise said
        return said

    def stop(self) -> None:
        self.ring(says=False)

    def close(self) -> None:
        self.closed = True


class Bells:
    """Makes a bell each time it is asked, or fails as told."""

    def __init__(self, *failures: Exception) -> None:
        self.made: list[Bell] = []
        self.asked = 0
        self._failures = list(failures)

    def __call__(self) -> Bell:
        self.asked += 1
        if self._failures:
            raise self._failures.pop(0)
        self.made.append(Bell())
        return self.made[-1]


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.002)


@pytest.fixture
def watches() -> Iterator[list[Watch]]:
    made: list[Watch] = []
    yield made
    for watch in made:
        watch.stop()


def watching(watches: list[Watch], *sources: Bells) -> Watch:
    watch = Watch(sources)
    watches.append(watch)
    until(lambda: all(source.asked for source in sources))
    return watch


def test_the_first_look_is_a_change_and_then_each_change(watches: list[Watch]) -> None:
    bells = Bells()
    watch = watching(watches, bells)
    assert watch.wait(PATIENCE)
    assert not watch.wait(0.05)
    bells.made[0].ring()
    assert watch.wait(PATIENCE)
    assert not watch.wait(0.05)


def test_changes_that_came_together_are_one(watches: list[Watch]) -> None:
    first, second = Bells(), Bells()
    watch = watching(watches, first, second)
    until(lambda: watch._changes.qsize() == 2)
    assert watch.wait(PATIENCE)
    for _ in range(5):
        first.made[0].ring()
        second.made[0].ring()
    watch.nudge()
    until(lambda: watch._changes.qsize() == 11)
    assert watch.wait(PATIENCE)
    assert not watch.wait(0.05)


def test_stopping_ends_every_wait(watches: list[Watch]) -> None:
    bells = Bells(), Bells()
    watch = watching(watches, *bells)
    watch.wait(PATIENCE)
    until(lambda: len(watch._running) == 2)
    answers: list[bool] = []
    waiter = threading.Thread(target=lambda: answers.append(watch.wait()))
    waiter.start()
    watch.stop()
    waiter.join(PATIENCE)
    assert not answers[-1]
    until(lambda: all(bell.closed for each in bells for bell in each.made))


def test_a_stop_wins_over_changes_that_wait(watches: list[Watch]) -> None:
    watch = watching(watches, Bells())
    watch.nudge()
    watch.stop()
    assert not watch.wait(PATIENCE)


def test_a_service_that_went_away_is_a_change_and_is_met_again(watches: list[Watch]) -> None:
    bells = Bells()
    watch = watching(watches, bells)
    assert watch.wait(PATIENCE)
    bells.made[0].ring(says=PcscError("SCardGetStatusChange"))
    assert watch.wait(PATIENCE)  # its readers are gone
    assert watch.wait(PATIENCE)  # and here again
    until(lambda: len(bells.made) == 2)
    assert bells.made[0].closed
    bells.made[1].ring()
    assert watch.wait(PATIENCE)


def test_a_service_that_stays_away_is_asked_for_less_and_less(
    watches: list[Watch], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_module, "AGAIN_SECONDS", (0.01, 0.02, 0.4))
    bells = Bells(*[PcscError("SCardEstablishContext")] * 100)
    watch = watching(watches, bells)
    until(lambda: bells.asked == 3)
    assert not watch.wait(0.2)  # nothing has changed, and nobody is woken
    assert bells.asked == 3


def test_the_usual_pace_wakes_nobody() -> None:
    """Less than one wake-up in twenty seconds, from the first ten minutes on."""
    paces = watch_module.AGAIN_SECONDS
    hour = 3600.0
    asked, at = 0, 0.0
    while at < hour:
        at += paces[min(asked, len(paces) - 1)]
        asked += 1
    assert asked / hour < 0.05
    assert paces[0] < 1


def test_a_system_without_announcements_is_left_alone(watches: list[Watch]) -> None:
    without, bells = Bells(OSError("no netlink")), Bells()
    watch = watching(watches, without, bells)
    assert watch.wait(PATIENCE)
    bells.made[0].ring()
    assert watch.wait(PATIENCE)
    assert without.asked == 1


def test_a_source_that_comes_too_late_is_closed_unheard(watches: list[Watch]) -> None:
    """Stopped while a service was just being reached: nobody would stop that source any more."""
    watch, bell = watching(watches), Bell()
    watch.stop()
    watch._serve(bell, Pauses())
    assert (bell.closed, watch._running) == (True, set())


class Falling(Bells):
    """A service that takes every caller in, and falls over the first question."""

    def __call__(self) -> Bell:
        bell = super().__call__()
        bell.ring(says=PcscError("SCardGetStatusChange", 0x80100014))
        return bell


def test_a_service_that_accepts_and_then_fails_is_met_less_and_less(
    watches: list[Watch], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For ever, and each time everybody looks at all tokens."""
    waited: list[float] = []
    monkeypatch.setattr(watch_module, "AGAIN_SECONDS", (0.01, 0.02, 0.03))
    bells = Falling()
    watch = watching(watches, bells)
    pause = watch._stopping.wait

    def noted(seconds: float) -> bool:
        waited.append(seconds)
        return pause(seconds)

    monkeypatch.setattr(watch._stopping, "wait", noted)
    until(lambda: len(waited) >= 6)
    assert waited[:6] == sorted(waited[:6])
    assert waited[-1] == 0.03


def test_a_pause_grows_until_something_came() -> None:
    pauses = Pauses()
    assert [pauses.next() for _ in range(9)] == [*watch_module.AGAIN_SECONDS, 30.0, 30.0]
    pauses.over()
    assert pauses.next() == watch_module.AGAIN_SECONDS[0]
