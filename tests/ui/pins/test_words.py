"""What is said about PINs, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.model.errors import PinRefused, WrongPin
from tokenmgr.model.pin import Certainty, PinKind, TriesLeft, Why
from tokenmgr.ui.pins.words import no_copy_words, pin_name, refused_words, slip_words, wrong_words
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = ("full-width", "blank-at-edge", "control-character", "too-short", "too-long", "refused-before", "token-rules")


@pytest.mark.parametrize("language", Language)
def test_every_rule_has_a_fact_and_a_meaning(language: Language, dressed: Callable[..., None]) -> None:
    dressed(language)
    for rule in RULES:
        fact, meaning = refused_words(PinRefused(sample.HK, PinKind.USER, rule, 6))
        assert fact
        assert meaning
        assert "{" not in fact + meaning
        assert slip_words(rule, 6)


@pytest.mark.parametrize("certainty", Certainty)
def test_a_count_is_said_with_its_certainty(certainty: Certainty, dressed: Callable[..., None]) -> None:
    dressed(Language.ZH_HANS)
    number = None if certainty is Certainty.UNKNOWN else 11
    error = WrongPin(sample.HK, PinKind.USER, TriesLeft(number, certainty, Why.LEDGER, 15))
    fact, meaning = wrong_words(error, sample.profile("hkpost-safenet"))
    assert (
        fact
        == {
            Certainty.EXACT: "密码不正确，还剩 11 次（精确）",
            Certainty.AT_MOST: "密码不正确，最多还剩 11 次",
            Certainty.UNKNOWN: "密码不正确，还剩多少次未知",
        }[certainty]
    )
    counted, again = "这次已计入令牌。", "再输同一个错误密码会被拦下，不扣次数。"
    assert meaning == f"{counted}输错满 15 次会锁定，香港邮政不提供解锁，只能吊销后重新申请。{again}"


def test_nothing_is_said_of_an_issuer_that_says_nothing(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    error = WrongPin(sample.HK, PinKind.USER, TriesLeft(None, Certainty.UNKNOWN, Why.NOTHING))
    assert wrong_words(error, sample.profile("esigntrust"))[1].startswith("The token has counted this try. The same")
    error = WrongPin(sample.HK, PinKind.SO, sample.exact(3, 10))
    assert "Hongkong" not in wrong_words(error, sample.profile("hkpost-safenet"))[1]


def test_who_keeps_a_copy_depends_on_the_issuer(dressed: Callable[..., None]) -> None:
    dressed(Language.ZH_HANS)
    assert no_copy_words(sample.profile("hkpost-safenet")) == "签发机构不保存密码副本，忘记后无法找回。"
    assert no_copy_words(sample.profile("clii-bjca")) == no_copy_words(None)
    assert len({pin_name(kind) for kind in PinKind}) == 3
