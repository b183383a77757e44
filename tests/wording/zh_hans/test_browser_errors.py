from __future__ import annotations

from tests.wording.style import foreign, parts, rude, unfinished
from tokenmgr.wording.zh_hans.browser_errors import WORDS


def test_the_script_is_that_of_the_language() -> None:
    assert not foreign(parts(WORDS).values(), "gb2312")


def test_the_words_are_polite() -> None:
    assert not rude(parts(WORDS))


def test_every_entry_ends_in_a_next_step() -> None:
    assert not unfinished(WORDS)
