"""The cache does what was chosen, whoever chose it, and pages show what was forgotten by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.session.cache import PinCache
from tokenmgr.ui.dialogs.erase import defaults
from tokenmgr.ui.pins.kept_minutes import KeptMinutes

if TYPE_CHECKING:
    from tokenmgr.ui.screen import Screen


def test_at_once_and_only_for_this_choice(screen: Screen) -> None:
    cache = PinCache()
    KeptMinutes(screen, cache)
    screen.choices.choose(pin_cache_minutes=90)
    assert cache.minutes == 90
    cache.minutes = 30
    screen.choices.choose(theme="dark")
    assert cache.minutes == 30


def test_chosen_while_the_desk_was_built(screen: Screen) -> None:
    screen.choices.choose(pin_cache_minutes=60)
    cache = PinCache(120)
    KeptMinutes(screen, cache)
    assert cache.minutes == 60


def test_deleted_choices_keep_nothing(screen: Screen) -> None:
    cache = PinCache()
    KeptMinutes(screen, cache)
    screen.choices.choose(pin_cache_minutes=120)
    screen.choices.choose(**defaults(screen))
    assert cache.minutes == 0


def test_pages_are_shown_what_less_time_forgot(screen: Screen) -> None:
    looks: list[int] = []
    cache = PinCache()
    screen.look_wanted.connect(lambda: looks.append(cache.minutes))
    KeptMinutes(screen, cache)
    screen.choices.choose(pin_cache_minutes=90)
    assert looks == []
    screen.choices.choose(pin_cache_minutes=30)
    assert looks == [30]
