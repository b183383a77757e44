"""Open a token: one question at most, one try at most, none where the PIN is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.actions.conftest import Answers
from tests.practising import HK, PIN
from tokenmgr.actions.open_token import open_token
from tokenmgr.model.errors import LastTry, WrongPin
from tokenmgr.model.pin import PinAnswer, PinReading, Verdict
from tokenmgr.model.token import TokenFlag

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk


def test_one_question(desk: Desk) -> None:
    ask = Answers(PIN[HK])
    open_token(desk.inventory.find(HK), ask, "sign")
    assert ask.asked == ["user sign"]
    assert ask.all_wiped
    assert desk.inventory.find(HK).is_open()


def test_a_kept_pin_needs_none(desk: Desk) -> None:
    desk.cache.minutes = 30
    open_token(desk.inventory.find(HK), Answers(PIN[HK]), "sign")
    ask = Answers()
    open_token(desk.inventory.find(HK), ask, "sign")
    assert ask.asked == []


def test_a_wrong_one_is_not_asked_for_again(desk: Desk) -> None:
    ask = Answers("nothere0", PIN[HK])
    with pytest.raises(WrongPin):
        open_token(desk.inventory.find(HK), ask, "sign")
    assert ask.asked == ["user sign"]
    assert ask.all_wiped


def test_the_last_try_is_asked_about(desk: Desk) -> None:
    session = desk.inventory.find(HK)
    for number in range(14):
        with pytest.raises(WrongPin):
            open_token(session, Answers(f"nothere{number}"), "sign")
    ask = Answers(PIN[HK])
    with pytest.raises(LastTry):
        open_token(session, ask, "sign")
    assert ask.asked == ["user sign", "last user"]
    open_token(session, Answers(PIN[HK], last=True), "sign")
    assert session.tries().at_most == 15


def test_a_reader_with_keys(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = desk.inventory.find(HK)
    session.insertion.renew(session.token._replace(flags=session.token.flags | {TokenFlag.PIN_PAD}))
    assert session.provider.pin
    monkeypatch.setattr(type(session.provider.pin), "login", lambda *_: PinAnswer(Verdict.RIGHT, PinReading()))
    ask = Answers()
    open_token(session, ask, "sign")
    assert ask.asked == ["pad user"]
