from __future__ import annotations

import pytest

from tokenmgr.wording.language import Language, choose

HANS, HANT, EN = Language.ZH_HANS, Language.ZH_HANT, Language.EN


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh", HANS),
        ("zh_CN", HANS),
        ("zh-CN", HANS),
        ("zh_SG.UTF-8", HANS),
        ("zh-Hans-HK", HANS),
        ("zh_HK", HANT),
        ("zh_HK.UTF-8", HANT),
        ("zh-TW", HANT),
        ("zh_MO", HANT),
        ("zh-Hant", HANT),
        ("ZH-HANT", HANT),
        ("en", EN),
        ("en_US.UTF-8", EN),
        ("en-GB", EN),
        ("en@euro", EN),
    ],
)
def test_a_tag_names_a_language_wished_for_or_spoken(tag: str, language: Language) -> None:
    assert choose(tag, {}) is choose(None, {"LANG": tag}) is language


@pytest.mark.parametrize("tag", ["", "C", "C.UTF-8", "POSIX", "fr_FR.UTF-8", "zhx", "eng-nonsense"])
def test_anything_else_is_simplified_chinese(tag: str) -> None:
    assert choose(tag, {}) is choose(None, {"LANG": tag}) is HANS


def test_the_wish_comes_before_the_system() -> None:
    assert choose("zh-Hant", {"LC_ALL": "en_US.UTF-8"}) is HANT


def test_a_wish_for_another_language_leaves_it_to_the_system() -> None:
    assert choose("fr", {"LANG": "en_US.UTF-8"}) is EN


def test_the_first_variable_that_is_set_decides() -> None:
    assert choose(None, {"LC_ALL": "en_US", "LC_MESSAGES": "zh_HK", "LANG": "zh_CN"}) is EN
    assert choose(None, {"LC_ALL": "", "LC_MESSAGES": "zh_HK", "LANG": "en_US"}) is HANT
    assert choose(None, {"LC_ALL": "C", "LANG": "en_US"}) is HANS


def test_the_values_are_the_tags_of_the_issuers_texts() -> None:
    assert [each.value for each in Language] == ["zh-Hans", "zh-Hant", "en"]
