"""What a key can do; and a key that cannot be tested here says nothing against its token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.actions.conftest import Answers
from tests.practising import HK, PIN
from tokenmgr.actions import self_test
from tokenmgr.model.errors import KeyMissing, MechanismRefused, NotSupported, TokenError
from tokenmgr.model.scheme import Scheme
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.desk import Desk


def outcome(desk: Desk) -> tuple[bool | None, bool | None, str]:
    [only] = self_test.self_test(desk.inventory.find(HK), Answers(PIN[HK]))
    return only.signs, only.decrypts, only.trouble


def test_both(desk: Desk) -> None:
    assert outcome(desk) == (True, True, "")


def test_a_kind_of_key_that_is_not_known_here_is_not_tested(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = TokenSession.certificates

    def chinese(self: TokenSession) -> list[Certificate]:
        return [each._replace(facts=each.facts._replace(key="SM2")) for each in real(self)]

    monkeypatch.setattr(TokenSession, "certificates", chinese)
    assert outcome(desk) == (None, None, "")


def test_a_signature_that_cannot_be_checked_is_not_wrong(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A curve that `cryptography` does not know."""
    monkeypatch.setattr(self_test, "scheme_for", lambda _: Scheme.ECDSA)
    monkeypatch.setattr(TokenSession, "sign", lambda *_, **__: b"signed")
    assert outcome(desk) == (None, True, "")


@pytest.mark.parametrize("verb", ["sign", "decrypt"])
@pytest.mark.parametrize("error", [MechanismRefused("RSA"), NotSupported("RSA")])
def test_what_the_token_does_not_do_that_way_is_not_tested(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, verb: str, error: TokenError
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise error

    monkeypatch.setattr(TokenSession, verb, refuse)
    assert outcome(desk) == ((None, True, "") if verb == "sign" else (True, None, ""))


def test_what_is_wrong_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TokenSession, "decrypt", lambda *_, **__: b"other")
    assert outcome(desk) == (None, None, "self-test-failed")

    def missing(*_: object) -> None:
        raise KeyMissing

    monkeypatch.setattr(self_test, "find_key", missing)
    assert outcome(desk) == (None, None, "key-missing")
