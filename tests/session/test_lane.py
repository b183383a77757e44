"""A lane serves in order, lets its holder straight on, and never waits for nobody."""

from __future__ import annotations

import random
import signal
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tokenmgr.session import lane as lane_module
from tokenmgr.session.lane import Lane, WrongThread, this_thread_never_waits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 10.0


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def started(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def end(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()


def queue_is(lane: Lane, length: int) -> bool:
    return len(lane._queue) == length


def test_served_in_the_order_of_arrival() -> None:
    lane, served = Lane(), []
    threads = []

    def work(number: int) -> None:
        with lane.turn():
            served.append(number)

    with lane.turn():
        for number in range(20):
            threads.append(started(partial(work, number)))
            until(partial(queue_is, lane, number + 1))
        assert served == []
    end(threads)
    assert served == list(range(20))


def test_nobody_slips_in_before_who_waited() -> None:
    """Between the holder's leaving and the waiting one's waking the lane is taken already."""
    lane, served = Lane(), []

    def work() -> None:
        with lane.turn():
            served.append("waited")

    with lane.turn():
        thread = started(work)
        until(lambda: bool(lane._queue))
    with lane.turn():
        served.append("came later")
    end([thread])
    assert served == ["waited", "came later"]


def test_who_is_inside_goes_straight_on() -> None:
    lane = Lane()
    with lane.turn(), lane.turn():
        with lane.turn():
            pass
        assert lane._owner == threading.get_ident()
    assert (lane._owner, lane._depth) == (0, 0)


def test_an_error_inside_leaves_the_lane_free() -> None:
    lane = Lane()
    with pytest.raises(KeyError), lane.turn(), lane.turn():
        raise KeyError
    end([started(lambda: lane.turn().__enter__())])


@pytest.fixture
def never_waits() -> Iterator[None]:
    yield
    lane_module._never_waits.clear()


def test_the_thread_that_paints_is_refused_even_if_nobody_is_there(never_waits: None) -> None:
    lane, refused = Lane(), []
    this_thread_never_waits()
    with pytest.raises(WrongThread), lane.turn():
        refused.append("was let in")
    other = started(lambda: lane.turn().__enter__())
    end([other])
    assert refused == []


def test_no_wake_up_is_lost_under_stress() -> None:
    lane, inside, most, done = Lane(), 0, 0, 0
    chance = random.Random(7)
    naps = [chance.random() * 0.0002 if chance.random() < 0.1 else 0.0 for _ in range(2000)]

    def work(mine: list[float]) -> None:
        nonlocal inside, most, done
        for nap in mine:
            with lane.turn():
                inside += 1
                most = max(most, inside)
                with lane.turn():
                    time.sleep(nap) if nap else None
                done += 1
                inside -= 1

    end([started(partial(work, naps[number::16])) for number in range(16)])
    assert (done, most, inside, lane._owner, len(lane._queue)) == (2000, 1, 0, 0, 0)


class Interrupted(Exception):
    """Ctrl-C, as a test may catch it."""


def interrupt(_number: int, _frame: object) -> None:
    raise Interrupted


def test_who_gives_up_waiting_is_not_waited_for() -> None:
    """Ctrl-C on the main thread while it waits; those behind it must still be served."""
    lane, served, hold = Lane(), [], threading.Event()

    def holder() -> None:
        with lane.turn():
            hold.wait(PATIENCE)

    def behind() -> None:
        until(lambda: len(lane._queue) == 1)
        with lane.turn():
            served.append("behind")

    def caller() -> None:
        until(lambda: len(lane._queue) == 2)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGUSR1)

    before = signal.signal(signal.SIGUSR1, interrupt)
    try:
        threads = [started(holder)]
        until(lambda: lane._owner > 0)
        threads += [started(behind), started(caller)]
        with pytest.raises(Interrupted), lane.turn():
            served.append("interrupted")
    finally:
        signal.signal(signal.SIGUSR1, before)
        hold.set()
    end(threads)
    assert served == ["behind"]


def test_a_ticket_given_out_in_the_moment_of_giving_up_is_passed_on() -> None:
    lane, ticket = Lane(), GivesUp()
    lane._owner = lane_module.RESERVED  # as if the ticket had just been given out
    with pytest.raises(Interrupted):
        lane._wait(ticket)  # type: ignore[arg-type]
    assert lane._owner == lane_module.NOBODY


class GivesUp:
    """A ticket at which one is interrupted."""

    def acquire(self) -> bool:
        raise Interrupted
