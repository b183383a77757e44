"""PINs that were refused are known again, and cannot be read back."""

from __future__ import annotations

import pickle

import pytest

from tokenmgr.model.pin import Pin, PinKind, PinReading
from tokenmgr.model.token import TokenId
from tokenmgr.session.ledger import Event
from tokenmgr.session.refused import RefusedPins

CARD, OTHER = TokenId("Maker", "Model", "0001"), TokenId("Maker", "Model", "0002")
USER, SO = PinKind.USER, PinKind.SO
LOW = PinReading(low=True)


def test_known_for_this_pin_of_this_token_only() -> None:
    refused = RefusedPins()
    refused.add(CARD, USER, Pin("123456"), 1, LOW)
    assert refused.known(CARD, USER, Pin("123456"))
    assert not refused.known(CARD, USER, Pin("123457"))
    assert not refused.known(CARD, SO, Pin("123456"))
    assert not refused.known(OTHER, USER, Pin("123456"))


def test_several_are_kept_and_forgotten_together() -> None:
    refused = RefusedPins()
    for text in ("111111", "222222"):
        refused.add(CARD, USER, Pin(text), 1, LOW)
    refused.add(CARD, SO, Pin("333333"), 1, LOW)
    assert refused.known(CARD, USER, Pin("111111"))
    refused.forget(CARD, USER)
    refused.forget(OTHER, USER)
    assert not refused.known(CARD, USER, Pin("111111"))
    assert refused.known(CARD, SO, Pin("333333"))


def test_fields_do_not_run_into_each_other() -> None:
    refused = RefusedPins()
    refused.add(TokenId("A", "B", "C1"), USER, Pin("23456"), 1, LOW)
    assert not refused.known(TokenId("A", "B", "C"), USER, Pin("123456"))


def test_neither_the_pin_nor_a_guessable_hash_is_kept() -> None:
    kept = []
    for _ in range(2):
        refused = RefusedPins()
        refused.add(CARD, USER, Pin("123456"), 1, LOW)
        kept.append(refused._seen)
        assert b"123456" not in pickle.dumps(refused._seen)
    assert kept[0] != kept[1]  # the key is another one in each run


def line(number: int, what: str) -> Event:
    return Event(0.0, what, None, number)


COUNTED = PinReading(exact=14, limit=15)
#: What the token said after the miss on line 5, what the ledger says now, what the token says now, whether it is known.
LATER = {
    "nothing happened": (COUNTED, [], COUNTED, True),
    "renewed since": (COUNTED, [line(7, "reset")], COUNTED, False),
    "renewed before": (COUNTED, [line(3, "reset")], COUNTED, True),
    "tries came back, and nobody here was right": (COUNTED, [line(5, "wrong")], PinReading(exact=15), False),
    "tries came back with our own right PIN": (COUNTED, [line(7, "right")], PinReading(exact=15), True),
    "one more was spent": (COUNTED, [line(6, "wrong")], PinReading(exact=13), True),
    "the flag is gone, and nobody here was right": (LOW, [line(5, "wrong")], PinReading(), False),
    "the flag is gone with our own right PIN": (LOW, [line(7, "right")], PinReading(), True),
    "another flag": (LOW, [line(5, "wrong")], PinReading(final=True), True),
    "a token that never tells": (PinReading(), [line(5, "wrong")], PinReading(), True),
}


@pytest.mark.parametrize(("after", "events", "now", "known"), LATER.values(), ids=LATER.keys())
def test_until_the_pin_may_be_another_one(after: PinReading, events: list[Event], now: PinReading, known: bool) -> None:
    refused = RefusedPins()
    refused.add(CARD, USER, Pin("123456"), 5, after)
    refused.forget_outlived(CARD, USER, events, now)
    assert refused.known(CARD, USER, Pin("123456")) is known


def test_what_was_refused_after_a_change_is_still_known() -> None:
    refused = RefusedPins()
    refused.add(CARD, USER, Pin("111111"), 5, COUNTED)
    refused.add(CARD, USER, Pin("222222"), 9, COUNTED)
    refused.forget_outlived(CARD, USER, [line(7, "reset"), line(9, "wrong")], COUNTED)
    assert [refused.known(CARD, USER, Pin(text)) for text in ("111111", "222222")] == [False, True]


def test_of_a_token_that_was_pulled_all_is_forgotten() -> None:
    refused = RefusedPins()
    for kind in (USER, SO):
        refused.add(CARD, kind, Pin("123456"), 1, LOW)
    refused.add(OTHER, USER, Pin("123456"), 1, LOW)
    refused.forget(CARD)
    assert [refused.known(*who, Pin("123456")) for who in ((CARD, USER), (CARD, SO), (OTHER, USER))] == [
        False,
        False,
        True,
    ]
