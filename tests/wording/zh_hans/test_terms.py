from __future__ import annotations

from tests.wording.style import foreign, rude
from tokenmgr.wording.zh_hans.terms import TERMS


def test_the_script_is_that_of_the_language() -> None:
    assert not foreign(TERMS.values(), "gb2312")


def test_the_words_are_polite() -> None:
    assert not rude(TERMS)


def test_the_pins_have_their_names() -> None:
    assert (TERMS["token"], TERMS["pin.user"], TERMS["pin.so"], TERMS["pin.puk"]) == (
        "令牌",
        "令牌密码",
        "管理员密码",
        "PUK 解锁码",
    )
