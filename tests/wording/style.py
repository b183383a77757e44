"""What is true of good words in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SHOUTS = "!！"
ENDS = (".", "。")
#: Words for a token or its PIN that vendors use; here each has one name only.
OTHER_TERMS = ("口令", "PIN 码", "PIN码", "U盾", "UKey", "USB Key", "dongle", "passphrase", "password device")


def foreign(texts: Iterable[str], charset: str) -> list[str]:
    """Characters that the script of a language does not have."""
    return sorted({mark for text in texts for mark in text if not _has(charset, mark)})


def _has(charset: str, mark: str) -> bool:
    try:
        mark.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def rude(texts: Mapping[str, str]) -> list[str]:
    """Shouting, blame, and second names for the same thing."""
    bad = (*SHOUTS, *OTHER_TERMS, "你的错", "illegal", "invalid", "failed to", "非法")
    return [key for key, text in texts.items() if any(word.lower() in text.lower() for word in bad)]


def unfinished(words: Mapping[str, tuple[str, str, str]]) -> list[str]:
    """A title is a heading, text and next step are sentences."""
    return [
        key
        for key, (title, text, next_step) in words.items()
        if not title or title.endswith(ENDS) or not text.endswith(ENDS) or not next_step.endswith(ENDS)
    ]


def parts(words: Mapping[str, tuple[str, str, str]]) -> dict[str, str]:
    """Titles, texts and next steps one by one."""
    return {f"{key}/{place}": part for key, entry in words.items() for place, part in enumerate(entry)}
