"""Which of the three languages a person is spoken to in."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: In the order POSIX looks at them; the first that is set decides.
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
#: Parts of a language tag that mean the traditional script.
TRADITIONAL = frozenset({"hant", "hk", "mo", "tw"})


class Language(Enum):
    """The languages, Chinese first."""

    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"
    EN = "en"


def choose(wanted: str | None, environ: Mapping[str, str]) -> Language:
    """What the user asked for, else what the system speaks, else Simplified Chinese."""
    spoken = next((environ[name] for name in VARIABLES if environ.get(name)), "")
    return _named(wanted or "") or _named(spoken) or Language.ZH_HANS


def _named(tag: str) -> Language | None:
    """The language of a tag such as zh_HK.UTF-8, en-GB or zh-Hant; None where we do not speak it."""
    first, *parts = tag.partition(".")[0].partition("@")[0].replace("_", "-").lower().split("-")
    if first == "en":
        return Language.EN
    if first != "zh":
        return None
    traditional = "hans" not in parts and not TRADITIONAL.isdisjoint(parts)
    return Language.ZH_HANT if traditional else Language.ZH_HANS
