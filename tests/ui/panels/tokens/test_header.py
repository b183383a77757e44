"""Who the token is, how it is, and what can be done at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from tests.ui import sample
from tests.ui.zones import OVERNIGHT, in_china
from tokenmgr.ui.panels.tokens.header import grouped
from tokenmgr.ui.widgets.meter import Meter

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.panels.tokens.conftest import Seen


def test_serial_numbers_are_read_in_fours_from_the_end() -> None:
    assert grouped("02113C7A8F21") == ("0211 3C7A", "8F21")
    assert grouped("P0HK8F21") == ("P0HK", "8F21")
    assert grouped("123456789") == ("1 2345", "6789")
    assert grouped("12") == ("", "12")
    assert grouped("") == ("", "")


def test_all_there_is_to_know_at_a_glance(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    words = seen.words()
    for expected in (
        "Hongkong Post",
        "SafeNet eToken 5110",
        "Reader SafeNet eToken 5110 0",
        "Serial 0211 3C7A",
        "8F21",
        "Locks in 24 min",
        "Healthy",
        "libeToken.so 10.8",
    ):
        assert expected in words
    assert seen.find(Meter, "12 of 15 tries left, Exact")


def test_a_token_that_is_open_can_be_locked_and_one_that_is_not_logged_on(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    seen.press("Lock now")
    seen.screen.choose(sample.CLII)
    seen.press("Log on...")
    assert seen.ran == [("lock", sample.HK), ("log-on", sample.CLII)]


def test_pencil_and_why(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    seen.press("Rename...")
    seen.press("Why this many tries?")
    assert seen.ran == [("rename", sample.HK), ("tries", sample.HK)]


def test_practice_is_said(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    seen.screen.choose(sample.PRACTICE)
    from tokenmgr.ui.widgets.chip import Chip

    assert seen.find(Chip, "Practice")


def test_fewer_words_where_all_of_them_have_no_room(tokens: Callable[..., Seen]) -> None:
    seen = tokens(size=(1024, 640))
    words = seen.words()
    assert "Hongkong Post" in words
    assert "8F21" in words
    assert "Reader SafeNet" not in words
    seen.window.resize(1200, 640)
    assert "Reader SafeNet" in seen.words()


def test_what_did_not_change_is_not_built_again(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    button = seen.find(QPushButton, "Lock now")
    seen.screen.show(sample.full()._replace(taken=seen.screen.glance.taken.replace(minute=59)))
    assert seen.find(QPushButton, "Lock now") is button


def test_days_are_counted_anew_at_midnight_of_this_place(tokens: Callable[..., Seen]) -> None:
    with in_china():
        seen = tokens()
        assert "\nin 37 days\n" in seen.words()
        seen.screen.show(sample.full()._replace(taken=sample.NOW + OVERNIGHT))
        assert "\nin 36 days\n" in seen.words()
