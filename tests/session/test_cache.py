"""A kept PIN is short-lived, belongs to one insertion, and leaves no bytes behind."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.token import Token, TokenId
from tokenmgr.session import cache as cache_module
from tokenmgr.session.cache import PinCache, clock

if TYPE_CHECKING:
    from collections.abc import Callable

CARD = Token(TokenId("Maker", "Model", "0001"), "card", "test", generation=3)
OTHER = CARD._replace(id=TokenId("Maker", "Model", "0002"))
HOUR = 3600.0


class Clocks:
    """The cache's two clocks, moved by hand."""

    def __init__(self) -> None:
        self.awake = self.since_start = 1000.0

    def pass_by(self, seconds: float) -> None:
        self.awake += seconds
        self.since_start += seconds

    def sleep(self, seconds: float) -> None:
        self.since_start += seconds


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    moved = Clocks()
    monkeypatch.setattr(cache_module, "clock", lambda: moved.since_start)
    monkeypatch.setattr(time, "monotonic", lambda: moved.awake)
    return moved


def kept(cache: PinCache, token: Token = CARD) -> str | None:
    pin = cache.get(token)
    return None if pin is None else pin.text()


def test_off_by_default() -> None:
    cache = PinCache()
    cache.keep(CARD, Pin("123456"))
    assert cache.get(CARD) is None
    assert cache.minutes_left(CARD) == 0


@pytest.mark.parametrize("minutes", [-1, 1, 45, 121])
def test_only_the_choices_offered(minutes: int) -> None:
    with pytest.raises(ValueError, match=str(minutes)):
        PinCache(minutes)


@pytest.mark.parametrize("minutes", [30, 60, 90, 120])
def test_it_lasts_as_long_as_was_chosen(clocks: Clocks, minutes: int) -> None:
    cache = PinCache(minutes)
    cache.keep(CARD, Pin("123456"))
    assert cache.minutes_left(CARD) == minutes
    clocks.pass_by(minutes * 60 - 1)
    assert (kept(cache), cache.minutes_left(CARD)) == ("123456", 1)
    clocks.pass_by(1)
    assert (kept(cache), cache.minutes_left(CARD)) == (None, 0)


def test_entry_moves_the_end_and_use_does_not(clocks: Clocks) -> None:
    cache = PinCache(30)
    cache.keep(CARD, Pin("123456"))
    clocks.pass_by(20 * 60)
    assert kept(cache) == "123456"
    assert cache.minutes_left(CARD) == 10
    cache.keep(CARD, Pin("123456"))
    assert cache.minutes_left(CARD) == 30


def test_it_belongs_to_one_insertion_of_one_token(clocks: Clocks) -> None:
    cache = PinCache(30)
    cache.keep(CARD, Pin("123456"))
    assert kept(cache, OTHER) is None
    assert kept(cache) == "123456"
    assert cache.minutes_left(CARD._replace(generation=4)) == 0
    assert kept(cache) is None


def held_bytes(cache: PinCache) -> bytearray:
    return cache._entries[CARD.id, PinKind.USER].pin._bytes


def expire(cache: PinCache, clocks: Clocks) -> None:
    clocks.pass_by(HOUR)
    assert cache.minutes_left(CARD) == 0


ENDS: dict[str, Callable[[PinCache, Clocks], object]] = {
    "dropped": lambda cache, _: cache.drop(CARD.id),
    "cleared": lambda cache, _: cache.clear(),
    "switched off": lambda cache, _: setattr(cache, "minutes", 0),
    "made shorter": lambda cache, _: setattr(cache, "minutes", 30),
    "typed again": lambda cache, _: cache.keep(CARD, Pin("654321")),
    "pulled": lambda cache, _: cache.get(CARD._replace(generation=9)),
    "over": expire,
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_the_bytes_are_overwritten(clocks: Clocks, end: Callable[[PinCache, Clocks], object]) -> None:
    cache = PinCache(60)
    cache.keep(CARD, Pin("123456"))
    held = held_bytes(cache)
    view = memoryview(held)  # what lies there now, whatever happens to the name
    with pytest.raises(BufferError):  # the view forbids shortening, which comes after overwriting
        end(cache, clocks)
    assert bytes(view) == b"\0" * 6


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_nothing_is_left_to_find(clocks: Clocks, end: Callable[[PinCache, Clocks], object]) -> None:
    cache = PinCache(60)
    cache.keep(CARD, Pin("123456"))
    held = held_bytes(cache)
    end(cache, clocks)
    assert (held, kept(cache) in {None, "654321"}) == (bytearray(), True)


def test_copies_are_wiped_apart() -> None:
    cache, typed = PinCache(30), Pin("123456")
    cache.keep(CARD, typed)
    typed.wipe()
    given = cache.get(CARD)
    assert given is not None
    given.wipe()
    assert kept(cache) == "123456"


def test_a_longer_time_keeps_what_is_kept() -> None:
    cache = PinCache(30)
    cache.keep(CARD, Pin("123456"))
    cache.minutes = 60
    assert kept(cache) == "123456"


def test_sleep_wipes_all(clocks: Clocks) -> None:
    cache = PinCache(120)
    for token in (CARD, OTHER):
        cache.keep(token, Pin("123456"))
    held = held_bytes(cache)
    clocks.sleep(60)
    assert (kept(cache, OTHER), held, cache._entries) == (None, bytearray(), {})


def test_a_hiccup_is_no_sleep(clocks: Clocks) -> None:
    cache = PinCache(120)
    cache.keep(CARD, Pin("123456"))
    clocks.sleep(0.5)
    assert kept(cache) == "123456"


def test_setting_the_clock_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten years either way, an hour either way: neither longer nor shorter."""
    real = time.time
    cache = PinCache(30)
    cache.keep(CARD, Pin("123456"))
    for jump in (-10 * 365 * 24 * HOUR, -HOUR, HOUR, 10 * 365 * 24 * HOUR):
        monkeypatch.setattr(time, "time", lambda jump=jump: real() + jump)
        assert (kept(cache), cache.minutes_left(CARD)) == ("123456", 30)


def test_the_clock_is_the_one_that_runs_in_sleep() -> None:
    if not hasattr(time, "CLOCK_BOOTTIME"):
        pytest.skip("no such clock on this system")
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= clock() <= time.clock_gettime(time.CLOCK_BOOTTIME)
