"""Opening and closing tokens at the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from tests.practising import CLII, HK, PIN
from tokenmgr.model.errors import PinMustChange
from tokenmgr.model.pin import PinKind
from tokenmgr.ui.dialogs.log_on import LogOnSheet
from tokenmgr.ui.screen import Message

if TYPE_CHECKING:
    from tests.ui.at_work import AtWork


def log_on(work: AtWork, serial: str, pin: str) -> None:
    work.run("log-on", serial)
    work.type("PIN", pin)
    work.press("Log on")
    work.settled()


def is_open(work: AtWork, serial: str) -> bool:
    return next(each.open for each in work.screen.glance.tokens if each.id.serial == serial)


def kept(work: AtWork, serial: str) -> int:
    return next(each.unlocked_minutes for each in work.screen.glance.tokens if each.id.serial == serial)


def test_a_right_pin_opens_and_is_not_kept_unasked(work: AtWork) -> None:
    log_on(work, HK, PIN[HK])
    assert work.sheet is None
    work.until(lambda: is_open(work, HK))
    assert kept(work, HK) == 0


def test_a_wrong_pin_is_one_try(work: AtWork) -> None:
    log_on(work, HK, "wrong-one")
    assert work.tries(HK) == 14
    assert "Wrong PIN, 14 tries left (exact)" in work.words()
    work.press("Cancel")
    assert work.tries(HK) == 14


def test_kept_for_as_long_as_was_chosen_and_forgotten_at_log_off(work: AtWork) -> None:
    work.run("log-on", HK)
    work.type("PIN", PIN[HK])
    work.seen(QAbstractButton, "1.5 h").click()
    work.press("Log on")
    work.until(lambda: work.sheet is None and kept(work, HK) == 90)
    assert work.screen.choices.now.pin_cache_minutes == 90
    work.screen.errands.run("log-off", work.token(HK))
    work.until(lambda: not is_open(work, HK) and kept(work, HK) == 0)


def test_lock_all_closes_every_token(work: AtWork) -> None:
    log_on(work, HK, PIN[HK])
    work.until(lambda: is_open(work, HK))
    work.screen.errands.run("lock-all")
    work.until(lambda: not is_open(work, HK))
    said = work.said[-1]
    assert isinstance(said, Message)
    assert said.fact == "All tokens are locked, no PIN is kept"


def test_a_token_that_wants_a_new_pin_first_is_given_the_way_to_one(work: AtWork) -> None:
    sheet = work.run("log-on", CLII)
    assert isinstance(sheet, LogOnSheet)
    sheet.otherwise(PinMustChange(work.token(CLII), PinKind.USER))  # as some tokens say to a right PIN
    assert work.field("Current PIN").text() == ""
    assert work.tries(CLII) == 10


def test_a_token_that_left_is_told_of(work: AtWork) -> None:
    work.shelf.pull(HK)
    gone = work.token(HK)
    work.look_now()
    work.screen.errands.run("log-off", gone)
    work.until(lambda: work.said)
    said = work.said[-1]
    assert isinstance(said, Message)
    assert said.tone == "bad"
