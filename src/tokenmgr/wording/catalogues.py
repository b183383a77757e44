"""The catalogue of one language, imported at its first use: nobody pays at start for languages they do not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    #: Title, text and next step.
    Entry = tuple[str, str, str]


class Doctor(Protocol):
    """The catalogue of what the doctor says."""

    CHECKS: dict[str, str]
    STATES: dict[str, str]
    STEPS: dict[str, str]
    REASONS: dict[str, str]
    PARTS: dict[str, str]
    SAID: dict[str, tuple[str, str]]
    REPAIRS: dict[str, tuple[str, str]]
    CHANGES: dict[str, str]


def words_in(language: Language) -> Mapping[str, Entry]:
    """What is said about errors, by code and variant. Placeholders are named after the error's attributes."""
    if language is Language.EN:
        from tokenmgr.wording.en.errors import WORDS as ENGLISH

        return ENGLISH
    if language is Language.ZH_HANT:
        from tokenmgr.wording.zh_hant.errors import WORDS as TRADITIONAL

        return TRADITIONAL
    from tokenmgr.wording.zh_hans.errors import WORDS as SIMPLIFIED

    return SIMPLIFIED


def phrases_in(language: Language) -> Mapping[str, str]:
    """Parts of sentences."""
    if language is Language.EN:
        from tokenmgr.wording.en.phrases import PHRASES as ENGLISH

        return ENGLISH
    if language is Language.ZH_HANT:
        from tokenmgr.wording.zh_hant.phrases import PHRASES as TRADITIONAL

        return TRADITIONAL
    from tokenmgr.wording.zh_hans.phrases import PHRASES as SIMPLIFIED

    return SIMPLIFIED


def terms_in(language: Language) -> Mapping[str, str]:
    """Enums, headings and labels."""
    if language is Language.EN:
        from tokenmgr.wording.en.terms import TERMS as ENGLISH

        return ENGLISH
    if language is Language.ZH_HANT:
        from tokenmgr.wording.zh_hant.terms import TERMS as TRADITIONAL

        return TRADITIONAL
    from tokenmgr.wording.zh_hans.terms import TERMS as SIMPLIFIED

    return SIMPLIFIED


def doctor_in(language: Language) -> Doctor:
    """What the doctor says."""
    if language is Language.EN:
        from tokenmgr.wording.en import doctor as english

        return english
    if language is Language.ZH_HANT:
        from tokenmgr.wording.zh_hant import doctor as traditional

        return traditional
    from tokenmgr.wording.zh_hans import doctor as simplified

    return simplified
