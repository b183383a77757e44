from __future__ import annotations

from tests.wording.style import foreign, rude
from tokenmgr.wording.zh_hant.phrases import PHRASES


def test_the_script_is_that_of_the_language() -> None:
    assert not foreign(PHRASES.values(), "big5")


def test_the_words_are_polite() -> None:
    assert not rude(PHRASES)
