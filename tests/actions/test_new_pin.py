"""A new PIN is measured before any PIN goes to the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.actions.conftest import Answers
from tests.practising import CLII, HK, NEW
from tokenmgr.actions.new_pin import NewPinRules, ask_new_pin
from tokenmgr.model.errors import PinRefused
from tokenmgr.model.pin import Pin, PinKind, PinPolicy
from tokenmgr.model.token import TokenId

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk

ME = TokenId("m", "m", "s")


def rule(text: str, policy: PinPolicy = PinPolicy(4, 8), old: str = "old!") -> str:  # noqa: B008 - frozen
    rules = NewPinRules(ME, PinKind.USER, policy, None)
    try:
        rules.check(Pin(text), Pin(old))
    except PinRefused as refused:
        return refused.rule if refused.new and refused.no_try_used else "told wrongly"
    return ""


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("good", ""),
        ("", "empty"),
        ("１２３４", "full-width"),
        (" 1234", "blank-at-edge"),
        ("12\t34", "control-character"),
        ("123", "too-short"),
        ("123456789", "too-long"),
        ("old!", "same-as-old"),
    ],
)
def test_slips(text: str, broken: str) -> None:
    assert rule(text) == broken


def test_the_tokens_own_rules() -> None:
    assert rule("abcd1234", PinPolicy(4, 8, classes=(("upper", "required"),), source="token")) != ""
    assert rule("ABcd1234", PinPolicy(4, 8, classes=(("upper", "required"),), source="token")) == ""


def test_the_issuers_rules_are_for_the_users_pin_only(desk: Desk) -> None:
    session = desk.inventory.find(CLII)
    with pytest.raises(PinRefused):
        ask_new_pin(session, PinKind.USER, Answers("111111"))
    assert ask_new_pin(session, PinKind.SO, Answers("111111")).text() == "111111"


def test_a_refused_one_is_wiped(desk: Desk) -> None:
    ask = Answers("1")
    with pytest.raises(PinRefused) as refused:
        ask_new_pin(desk.inventory.find(HK), PinKind.USER, ask)
    assert ask.all_wiped
    assert (refused.value.rule, refused.value.limit) == ("too-short", 6)
    kept = ask_new_pin(desk.inventory.find(HK), PinKind.USER, Answers(NEW))
    assert kept.text() == NEW
