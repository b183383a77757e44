"""A new PIN typed twice: when it may be used, and why not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.ui import sample
from tokenmgr.model.pin import PinKind, PinPolicy
from tokenmgr.ui.pins.new_pin import NewPin
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    Lent = Callable[[Any], Any]


@pytest.fixture
def new(dressed: Callable[..., None], lent: Lent) -> NewPin:
    dressed(Language.EN)
    made = NewPin(PinKind.USER, sample.profile("clii-bjca"))
    lent(made).rule(PinPolicy(6, 16), sample.profile("clii-bjca"))
    return made


@pytest.mark.parametrize(
    ("first", "again", "trouble"),
    [
        ("", "", "Type the new PIN"),
        ("old-pin", "", "It is the same as the current one"),
        ("１２３４５６", "", "Full-width or Chinese characters in the new PIN"),
        (" abcdef", "", "A blank at the start or end of the new PIN"),
        ("abc\tdef", "", "Characters in the new PIN that cannot be seen"),
        ("abc", "abc", "New PIN: at least 6 characters"),
        ("a" * 17, "a" * 17, "New PIN: at most 16 characters"),
        ("111111", "111111", "New PIN: different from the initial PIN"),
        ("abcdef", "", "Type the new PIN once more"),
        ("abcdef", "abcdeF", "The two new PINs differ"),
        ("abcdef", "abcdef", ""),
    ],
)
def test_what_is_missing_is_said(new: NewPin, first: str, again: str, trouble: str) -> None:
    new.first.field.setText(first)
    new.again.field.setText(again)
    assert new.trouble(other_than="old-pin") == trouble


def test_an_issuers_rules_are_for_the_users_pin_alone(dressed: Callable[..., None], lent: Lent) -> None:
    dressed(Language.EN)
    officer = lent(NewPin(PinKind.SO, sample.profile("clii-bjca")))
    officer.first.field.setText("111111")
    officer.again.field.setText("111111")
    assert officer.trouble() == ""


def test_advice_keeps_nobody_from_using_it(dressed: Callable[..., None], lent: Lent) -> None:
    dressed(Language.EN)
    made = lent(NewPin(PinKind.USER, sample.profile("hkpost-safenet")))
    made.first.field.setText("abcd")
    made.again.field.setText("abcd")
    assert made.trouble() == ""
