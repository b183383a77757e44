"""What needs doing, in words: every kind, in three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from tests.ui import sample
from tokenmgr.actions.attention import Attention, Kind
from tokenmgr.ui.attention_words import attention_words
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS: tuple[Kind, ...] = get_args(Kind)
ICONS = {path.stem for path in (sample.RESOURCES / "icons").glob("*.svg")}
FACTS = (("days", 37), ("count", 3), ("date", "2026-12-27"), ("at", "2026-11-20T10:42:00+00:00"))


def item(kind: Kind, name: str = "My Token") -> Attention:
    return Attention(kind, "bad", sample.HK, name, "8F21", "change-pin", FACTS)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_whole(kind: Kind, language: Language, dressed: Callable[..., None]) -> None:
    dressed(language)
    said = attention_words(item(kind), sample.NOW)
    assert said.icon in ICONS
    assert all(said)
    assert "{" not in "".join(said)
    assert "%n" not in "".join(said)


def test_in_words_of_each_language(dressed: Callable[..., None]) -> None:
    for kind in KINDS:
        told = set()
        for language in Language:
            dressed(language)
            told.add(attention_words(item(kind), sample.NOW)[1:])
        assert len(told) == len(Language), kind


def test_no_two_kinds_sound_alike(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    assert len({attention_words(item(kind), sample.NOW).title for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("expiring", ("A certificate expires in 37 days", "Valid until 2026-12-27; renewal can start now")),
        ("expired", ("A certificate on My Token has expired", "Ended on 2026-12-27; old files may still need it")),
        ("others-missed", ("Another program entered 3 wrong PINs", "Noticed Today")),
        ("initial-pin", ("My Token still uses its initial PIN", "The initial PIN is public")),
    ],
)
def test_with_its_facts(kind: Kind, said: tuple[str, str], dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    words = attention_words(item(kind), sample.NOW)
    assert words.title == said[0]
    assert words.fact.startswith(said[1])


def test_a_name_from_outside_is_harmless_and_short(dressed: Callable[..., None]) -> None:
    title = attention_words(item("locked", "a\u202e" + "W" * 5000), sample.NOW).title
    assert "\u202e" not in title
    assert len(title) < 100
