from __future__ import annotations

import pytest

from tokenmgr.wording.catalogues import phrases_in
from tokenmgr.wording.language import Language
from tokenmgr.wording.rules import rule_words

RULES = sorted(key.removeprefix("rule.") for key in phrases_in(Language.EN) if key.startswith("rule."))


def test_a_rule_says_its_number_or_characters() -> None:
    assert rule_words("min-length", 8, Language.ZH_HANS) == "至少 8 位"
    assert rule_words("special", "!$#%", Language.ZH_HANS) == "含特殊字符（例如 !$#%）"
    assert rule_words("classes", 3, Language.EN).startswith("at least 3 kinds")


def test_braces_among_the_characters_do_no_harm() -> None:
    assert rule_words("allowed-specials", "{}{0}", Language.EN) == "no special characters but {}{0}"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.endswith(".plain")])
def test_a_rule_can_be_said_without_its_number(rule: str, language: Language) -> None:
    said = rule_words(rule, None, language)
    assert said
    assert "{" not in said


def test_a_rule_nobody_knows_has_no_words() -> None:
    assert rule_words("a rule of tomorrow", 3, Language.EN) == ""
    assert rule_words("a rule of tomorrow", None, Language.EN) == ""
