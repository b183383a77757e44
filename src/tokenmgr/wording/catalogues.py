"""The catalogue of one language, imported at its first use: nobody pays at start for languages they do not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    #: Title, text and next step.
    Entry = tuple[str, str, str]


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
