from __future__ import annotations

from tests.wording.style import foreign, rude
from tokenmgr.wording.en.terms import TERMS


def test_the_script_is_that_of_the_language() -> None:
    assert not foreign(TERMS.values(), "cp1252")


def test_the_words_are_polite() -> None:
    assert not rude(TERMS)


def test_english_says_pin() -> None:
    assert all("PIN" in TERMS[f"pin.{kind}"] for kind in ("user", "so"))
