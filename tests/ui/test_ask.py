"""What was typed, given once; and questions asked from a working thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from tests.practising import HK, NEW, PIN
from tests.ui import sample
from tokenmgr.actions.change_pin import change_pin
from tokenmgr.actions.open_token import open_token
from tokenmgr.model.errors import Cancelled, TokenError
from tokenmgr.model.pin import PinKind
from tokenmgr.ui.ask import FilledAsk, SheetAsk
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet

if TYPE_CHECKING:
    from tests.ui.at_work import AtWork

TOKEN, TRIES = sample.full().tokens[0].token, sample.exact(5)


def test_a_pin_is_given_once_and_not_helped_with_again() -> None:
    ask = FilledAsk({PinKind.USER: "123456"}, "abcdef")
    assert ask.pin(TOKEN, PinKind.USER, TRIES, "sign").text() == "123456"
    assert ask.new_pin(TOKEN, PinKind.USER).text() == "abcdef"
    with pytest.raises(Cancelled):
        ask.pin(TOKEN, PinKind.USER, TRIES, "sign")
    with pytest.raises(Cancelled):
        ask.new_pin(TOKEN, PinKind.USER)
    with pytest.raises(Cancelled):
        ask.pin(TOKEN, PinKind.PUK, TRIES, "unlock")


def test_the_last_try_is_spent_only_where_that_was_agreed_and_once() -> None:
    assert not FilledAsk({}).spend_last_try(TOKEN, PinKind.USER, TRIES)
    agreed = FilledAsk({}, confirm_last=True)
    assert agreed.spend_last_try(TOKEN, PinKind.USER, TRIES)
    assert not agreed.spend_last_try(TOKEN, PinKind.USER, TRIES)


class Asked:
    """Work that asks, started as pages start it."""

    def __init__(self, work: AtWork, ask: SheetAsk) -> None:
        self.outcome: list[object] = []
        token = work.token(HK)

        def act() -> str:
            open_token(work.screen.session(token), ask, "sign")
            return "open"

        work.screen.bridge.run(act, self.outcome.append, self.outcome.append)
        self._work = work

    def end(self) -> object:
        self._work.until(lambda: self.outcome)
        return self.outcome[0]


def test_a_question_says_what_for_with_which_key_and_who_asks(work: AtWork) -> None:
    asked = Asked(work, SheetAsk(work.screen, "Report.pdf", "CHAN TAI MAN"))
    work.until(lambda: work.sheet)
    for words in ("Sign", "CHAN TAI MAN", "Report.pdf", "15"):
        assert words in work.words()
    assert not work.seen(QPushButton, "OK").isEnabled()
    work.type("PIN", PIN[HK])
    work.seen(QAbstractButton, "0.5 h").click()
    work.press("OK")
    assert asked.end() == "open"
    assert work.desk.cache.minutes == 30
    assert work.tries(HK) == 15


def test_a_wrong_one_is_one_try_and_nothing_is_asked_again(work: AtWork) -> None:
    asked = Asked(work, SheetAsk(work.screen))
    work.until(lambda: work.sheet)
    work.type("PIN", "wrong-one")
    work.press("OK")
    error = asked.end()
    assert isinstance(error, TokenError)
    assert error.code == "wrong-pin"
    assert work.sheet is None
    assert work.tries(HK) == 14


def test_cancel_cancels_everything(work: AtWork) -> None:
    asked = Asked(work, SheetAsk(work.screen))
    work.until(lambda: work.sheet)
    work.type("PIN", PIN[HK])
    work.press("Cancel")
    assert isinstance(asked.end(), Cancelled)
    assert work.tries(HK) == 15


def test_never_a_dialog_on_a_dialog_of_somebody_else(work: AtWork) -> None:
    sheet = work.run("change-pin", HK)
    asked = Asked(work, SheetAsk(work.screen))
    assert isinstance(asked.end(), Cancelled)
    assert work.sheet is sheet


def test_the_work_of_the_open_sheet_asks_in_its_place(work: AtWork) -> None:
    sheet = Sheet(work.screen, "Doing it", work.token(HK))
    sheet.foot_close()
    work.screen.lay(sheet)
    token = work.token(HK)
    done: list[object] = []
    ask = SheetAsk(work.screen)
    sheet.work(lambda: change_pin(work.screen.session(token), PinKind.USER, ask), done.append)
    work.until(lambda: work.sheet is not sheet)
    assert not sheet.isVisible()
    work.type("PIN", PIN[HK])
    work.press("OK")
    work.until(lambda: "New PIN again" in work.words())
    work.type("New PIN", NEW)
    assert not work.seen(QPushButton, "OK").isEnabled()
    work.type("New PIN again", NEW)
    work.press("OK")
    work.until(lambda: done)
    assert work.sheet is sheet
    assert sheet.isVisible()
    assert work.tries(HK) == 15


def test_the_last_try_is_asked_for_with_a_word(work: AtWork) -> None:
    ask = SheetAsk(work.screen)
    token = next(each.token for each in work.screen.glance.tokens if each.id.serial == HK)
    said: list[bool] = []
    for word, answer in (("", False), (HK[-4:].lower(), True)):
        work.screen.bridge.run(lambda: ask.spend_last_try(token, PinKind.USER, sample.exact(1)), said.append)
        work.until(lambda: work.sheet)
        work.type("To go on, type the end of the serial number: 8F21", word)
        work.press("Spend the last try" if answer else "Wait")
        work.until(lambda answer=answer: said and said[-1] is answer)  # type: ignore[misc]
        said.clear()


def test_a_reader_with_keys_is_pointed_at(work: AtWork) -> None:
    SheetAsk(work.screen).use_pin_pad(TOKEN, PinKind.USER)
    work.until(lambda: work.said)
    said = work.said[-1]
    assert isinstance(said, Message)
    assert "own keys" in said.fact
