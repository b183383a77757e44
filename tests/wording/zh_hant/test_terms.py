from __future__ import annotations

from tests.wording.style import foreign, rude
from tokenmgr.wording.zh_hant.terms import TERMS


def test_the_script_is_that_of_the_language() -> None:
    assert not foreign(TERMS.values(), "big5")


def test_the_words_are_polite() -> None:
    assert not rude(TERMS)


def test_hong_kong_has_words_of_its_own() -> None:
    assert (TERMS["pin.user"], TERMS["module"], TERMS["revoke"]) == ("令牌密碼", "模組", "撤銷")
