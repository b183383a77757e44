"""The three languages say the same, each in its own words."""

from __future__ import annotations

import subprocess
import sys
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from tests.wording.style import parts
from tokenmgr.wording.catalogues import phrases_in, terms_in, words_in
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CHINESE = (Language.ZH_HANS, Language.ZH_HANT)
#: The same in every language.
NAMES = {"cause.linux", "cause.windows", "cause.macos"}
#: What stands between two Chinese sentences: nothing.
NOTHING = {(Language.ZH_HANS, "gap"), (Language.ZH_HANT, "gap")}


def sentences(language: Language) -> Mapping[str, str]:
    return parts(words_in(language))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


READERS = [sentences, phrases_in, terms_in]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("language", CHINESE)
def test_keys_and_placeholders_are_the_same(read: Callable[[Language], Mapping[str, str]], language: Language) -> None:
    english = {key: placeholders(text) for key, text in read(Language.EN).items()}
    assert {key: placeholders(text) for key, text in read(language).items()} == english


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("language", Language)
def test_nothing_is_empty(read: Callable[[Language], Mapping[str, str]], language: Language) -> None:
    assert {(language, key) for key, text in read(language).items() if not text} <= NOTHING


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("language", CHINESE)
def test_nothing_is_left_in_english(read: Callable[[Language], Mapping[str, str]], language: Language) -> None:
    english = read(Language.EN)
    assert {key for key, text in read(language).items() if text == english[key]} <= NAMES


def test_no_chinese_stands_in_both_scripts_where_they_differ() -> None:
    """A word may look the same in both scripts, but hardly a whole sentence does."""
    simplified, traditional = sentences(Language.ZH_HANS), sentences(Language.ZH_HANT)
    same = [key for key, text in simplified.items() if traditional[key] == text]
    assert all(len(simplified[key]) < 10 for key in same)


def test_only_the_language_in_use_is_imported() -> None:
    program = (
        "import sys\n"
        "from tokenmgr.model.errors import TokenGone\n"
        "from tokenmgr.wording.errors import words\n"
        "from tokenmgr.wording.language import Language\n"
        "words(TokenGone(), Language.ZH_HANS)\n"
        "print(*sorted(name for name in sys.modules if name.startswith('tokenmgr.')))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "tokenmgr.wording.zh_hans.errors" in loaded
    assert not {name for name in loaded if name.startswith(("tokenmgr.wording.en", "tokenmgr.wording.zh_hant"))}
    assert not loaded & {"tokenmgr.wording.zh_hans.terms", "tokenmgr.model.pin", "tokenmgr.model.token"}
