"""PINs that were refused are known again, and cannot be read back."""

from __future__ import annotations

import pickle

from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.token import TokenId
from tokenmgr.session.refused import RefusedPins

CARD, OTHER = TokenId("Maker", "Model", "0001"), TokenId("Maker", "Model", "0002")
USER, SO = PinKind.USER, PinKind.SO


def test_known_for_this_pin_of_this_token_only() -> None:
    refused = RefusedPins()
    refused.add(CARD, USER, Pin("123456"))
    assert refused.known(CARD, USER, Pin("123456"))
    assert not refused.known(CARD, USER, Pin("123457"))
    assert not refused.known(CARD, SO, Pin("123456"))
    assert not refused.known(OTHER, USER, Pin("123456"))


def test_several_are_kept_and_forgotten_together() -> None:
    refused = RefusedPins()
    for text in ("111111", "222222"):
        refused.add(CARD, USER, Pin(text))
    refused.add(CARD, SO, Pin("333333"))
    assert refused.known(CARD, USER, Pin("111111"))
    refused.forget(CARD, USER)
    refused.forget(OTHER, USER)
    assert not refused.known(CARD, USER, Pin("111111"))
    assert refused.known(CARD, SO, Pin("333333"))


def test_fields_do_not_run_into_each_other() -> None:
    refused = RefusedPins()
    refused.add(TokenId("A", "B", "C1"), USER, Pin("23456"))
    assert not refused.known(TokenId("A", "B", "C"), USER, Pin("123456"))


def test_neither_the_pin_nor_a_guessable_hash_is_kept() -> None:
    kept = []
    for _ in range(2):
        refused = RefusedPins()
        refused.add(CARD, USER, Pin("123456"))
        kept.append(refused._seen)
        assert b"123456" not in pickle.dumps(refused._seen)
    assert kept[0] != kept[1]  # the key is another one in each run
