"""A text in the three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca import table

if TYPE_CHECKING:
    from tokenmgr.ca.table import Table

#: Parts of a language tag that mean the traditional script.
TRADITIONAL = frozenset({"hant", "hk", "mo", "tw"})


def script_of(language: str) -> str:
    """The one of our three languages nearest to a tag such as zh_HK.UTF-8 or en-GB."""
    parts = language.partition(".")[0].replace("_", "-").lower().split("-")
    if parts[0] != "zh":
        return "en"
    if "hans" in parts:
        return "zh-Hans"
    return "zh-Hant" if TRADITIONAL.intersection(parts) else "zh-Hans"


class Text(NamedTuple):
    """The same said three times."""

    zh_hans: str
    zh_hant: str
    en: str

    def in_language(self, language: str) -> str:
        """The text nearest to a language tag; English where there is none near."""
        script = script_of(language)
        if script == "en":
            return self.en
        return self.zh_hant if script == "zh-Hant" else self.zh_hans


def _text(keys: Table) -> Text:
    return Text(
        zh_hans=keys.need("zh-Hans", table.text),
        zh_hant=keys.need("zh-Hant", table.text),
        en=keys.need("en", table.text),
    )


read_text = table.table(_text)
