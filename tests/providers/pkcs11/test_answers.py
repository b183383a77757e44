"""The wire's words as nouns, and what cannot be one."""

from __future__ import annotations

from typing import Any

import pytest

from tokenmgr.model import errors
from tokenmgr.model.pin import PinAnswer, PinReading, Verdict, Why
from tokenmgr.model.token import Ability, DataObject, KeyRef, Memory, TokenFlag, TokenId
from tokenmgr.providers.pkcs11 import answers
from tokenmgr.providers.pkcs11.child.codes import MEANING, TOKEN_FLAGS, VERDICTS
from tokenmgr.providers.pkcs11.wire import Fields, WireBroken

TOKEN = TokenId("maker", "model", "1234")
ROW: dict[str, Any] = {
    "manufacturer": "maker", "model": "model", "serial": "1234", "label": "mine", "reader": "slot",
    "flags": ["initialised", "pin-pad"], "abilities": ["sign"], "pin_min": 4, "pin_max": None, "hardware": "1.0",
    "firmware": "2.6", "total_public": 1, "free_public": 2, "total_private": None, "free_private": 4,
}  # fmt: skip


def failure(word: str, **more: Any) -> errors.TokenError:
    body = {"word": word, "call": "C_Sign", "reason": "DEVICE_ERROR"} | more
    return answers.failure_of("/module.so", TOKEN, Fields(body))


def test_a_token() -> None:
    token = answers.token_of("/module.so", Fields(ROW))
    assert (token.id, token.label, token.module, token.provider) == (TOKEN, "mine", "/module.so", "pkcs11")
    assert token.flags == {TokenFlag.INITIALISED, TokenFlag.PIN_PAD}
    assert token.abilities == {Ability.SIGN}
    assert (token.pin_min, token.pin_max, token.memory) == (4, None, Memory(1, 2, None, 4))


@pytest.mark.parametrize("wrong", [{"flags": ["shiny"]}, {"serial": 5}, {"label": "x" * 257}, {"abilities": ["fly"]}])
def test_what_is_no_token(wrong: dict[str, Any]) -> None:
    with pytest.raises((WireBroken, ValueError)):
        answers.token_of("/module.so", Fields(ROW | wrong))


def test_every_meaning_has_its_error() -> None:
    kinds = {word: type(failure(word)) for word in MEANING.values()}
    assert kinds == {
        "gone": errors.TokenGone,
        "cancelled": errors.Cancelled,
        "unsupported": errors.NotSupported,
        "write-protected": errors.NotSupported,
        "mechanism": errors.MechanismRefused,
        "key-missing": errors.KeyMissing,
        "object-missing": errors.ObjectMissing,
        "login-needed": errors.LoginNeeded,
        "full": errors.TokenFull,
    }


def test_other_failures() -> None:
    assert isinstance(failure("waiting"), errors.TokenBusy)
    assert failure("anything else").facts() == {"module": "/module.so", "during": "C_Sign", "reason": "DEVICE_ERROR"}
    swapped = failure("swapped", found=["a", "b", "c"])
    assert isinstance(swapped, errors.TokenSwapped)
    assert swapped.found == TokenId("a", "b", "c")
    for found in (["a", "b"], [], "abc", ["a", "b", "c", "d"]):
        with pytest.raises(WireBroken):
            failure("swapped", found=found)


def test_a_reading() -> None:
    said = {"exact": 3, "limit": 15, "source": "card-counter", "low": True, "logged_in": True}
    assert answers.reading_of(Fields(said)) == PinReading(3, 15, Why.CARD_COUNTER, low=True, logged_in=True)
    assert answers.reading_of(Fields({})) == PinReading()
    assert not answers.reading_of(Fields({"is_set": False})).is_set
    with pytest.raises(ValueError, match="rumour"):
        answers.reading_of(Fields({"source": "rumour"}))


@pytest.mark.parametrize("word", sorted(set(VERDICTS.values())))
def test_every_verdict(word: str) -> None:
    assert answers.answer_of(Fields({"verdict": word})) == PinAnswer(Verdict(word), PinReading())


def test_every_flag() -> None:
    assert {TokenFlag(word) for word in TOKEN_FLAGS.values()} == set(TokenFlag)


def test_a_policy() -> None:
    policy = answers.policy_of(
        Fields({"min_length": 6, "max_length": 16, "digit": 2, "upper": 0, "lower": 9, "history": 3})
    )
    assert (policy.min_length, policy.max_length, policy.history, policy.source) == (6, 16, 3, "token")
    assert policy.classes == (("upper", "any"), ("digit", "required"))
    assert answers.policy_of(Fields({})).source == ""


def test_keys_and_objects() -> None:
    row = {"id": b"\1", "label": "k", "kind": "rsa", "bits": 2048, "signs": True, "decrypts": False}
    assert answers.key_of(Fields(row)) == KeyRef(b"\1", "k", "rsa", 2048, signs=True)
    data = {"label": "d", "application": "a", "size": 5, "private": True, "id": b"\2"}
    assert answers.data_object_of(Fields(data)) == DataObject("d", "a", 5, private=True, id=b"\2")
    assert answers.signature_of(Fields({"signature": b"s"})) == b"s"
    answers.nothing_of(Fields({}))
