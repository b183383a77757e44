"""Every kind of line has words in every language."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.session.events import KINDS, Event
from tokenmgr.ui.event_words import LOOKS, event_words, kind_words
from tokenmgr.ui.icons import pixmap
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

FACTS: dict[str, str | int] = {
    "pin": "so",
    "purpose": "sign",
    "tries": 3,
    "rule": "too-short",
    "way": "puk",
    "module": "libeToken.so",
    "count": 2,
    "what": "key",
    "key": "e-Cert",
    "label": "My Token",
    "file": "contract.pdf",
    "bits": 2048,
    "setting": "tray",
    "value": "on",
}


def event(kind: str, **facts: str | int) -> Event:
    return Event(1, sample.NOW, kind, sample.HK, "name", "this-program", tuple(facts.items()))


@pytest.mark.parametrize("language", list(Language))
def test_words_for_all(dressed: Callable[..., None], language: Language) -> None:
    dressed(language)
    for kind, facts in product(KINDS, (FACTS, {})):
        words = event_words(event(kind, **facts))
        assert words.text, kind
        assert not any(mark in words.text + words.by for mark in ("{", "}", "%n", "(s)")), words
        assert words.text.isascii() is (language is Language.EN), words
        assert not pixmap(words.icon, 16, "#000000").isNull()
        assert kind_words()[kind]


def test_as_many_kinds_as_there_are() -> None:
    assert set(LOOKS) == set(KINDS) == set(kind_words())


def test_what_the_picture_says(dressed: Callable[..., None]) -> None:
    dressed(Language.ZH_HANS)
    said = [event_words(each) for each in sample.full().events]
    assert [each.text for each in said] == ["密码错误 3 次", "密码正确，已解锁", "令牌已插入"]
    assert [each.by for each in said] == ["其他程序，由令牌计数得知", "本程序", ""]


@pytest.mark.parametrize(
    ("kind", "facts", "expected"),
    [
        ("pin-wrong", {"pin": "user", "tries": 1}, "PIN: wrong, 1 try left"),
        ("pin-wrong", {"pin": "so"}, "Administrator PIN wrong"),
        ("pin-right", {"rule": "pin-must-change"}, "PIN right, but it has to be changed first"),
        ("pin-refused", {"rule": "refused-before"}, "PIN not sent to the token: it was refused before"),
        ("pin-refused", {"rule": "token-rules"}, "PIN not changed: the token has rules of its own"),
        ("pin-refused", {"rule": "something new"}, "PIN not sent to the token, no try used"),
        ("unlocked", {"way": "puk"}, "Unlocked by PUK, new PIN set"),
        ("deleted", {"what": "certificate", "count": 1}, "1 certificate deleted"),
        ("deleted", {"what": "data", "count": 1}, "1 data object deleted"),
        ("imported", {"what": "certificate", "label": "Mine"}, "Certificate imported: Mine"),
        ("key-made", {"what": "rsa", "bits": 2048}, "Key pair made: RSA 2048"),
    ],
)
def test_facts_are_said(dressed: Callable[..., None], kind: str, facts: dict[str, str | int], expected: str) -> None:
    dressed(Language.EN)
    assert event_words(event(kind, **facts)).text == expected


def test_purposes_and_names_from_outside(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    assert event_words(event("pin-right", purpose="sign")).by == "This program, sign"
    hostile = event_words(event("signed", file="a\u202eb\n" + "x" * 5000)).text
    assert "\u202e" not in hostile
    assert "\n" not in hostile
    assert len(hostile) < 120


def test_a_kind_of_a_later_version_shows_as_it_is_called(dressed: Callable[..., None]) -> None:
    assert event_words(event("teleported")).text == "teleported"
