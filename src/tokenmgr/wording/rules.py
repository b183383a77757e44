"""Rules for PINs, each as a short demand such as "at least 8 characters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.wording.catalogues import phrases_in

if TYPE_CHECKING:
    from tokenmgr.wording.language import Language


def rule_words(code: str, value: int | str | None, language: Language) -> str:
    """What a rule asks for; without its number or characters a plainer form. "" where nothing is known of the rule."""
    phrases = phrases_in(language)
    full = phrases.get(f"rule.{code}", "")
    if value is None:
        return phrases.get(f"rule.{code}.plain", full)
    return full.format(limit=value)
