"""Sign a digest: with which scheme, and with a key that asks each time."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tests.actions.conftest import Answers
from tests.practising import HK, PIN
from tokenmgr.actions.certificates import find_signer
from tokenmgr.actions.sign import find_key, scheme_for, sign_digest
from tokenmgr.model.errors import KeyMissing, MechanismRefused, ObjectMissing, SelfTestFailed
from tokenmgr.model.scheme import Scheme
from tokenmgr.model.token import KeyRef
from tokenmgr.session.session import TokenSession
from tokenmgr.x509.key import spki_of, verify_signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.desk import Desk

DIGEST = hashlib.sha256(b"text").digest()


def checks(certificate: Certificate, signature: bytes) -> bool:
    return verify_signature(spki_of(certificate.facts.der) or b"", DIGEST, signature, "rsa-pkcs1", "sha256")


def test_a_signature(desk: Desk) -> None:
    session = desk.inventory.find(HK)
    ask = Answers(PIN[HK])
    assert checks(find_signer(session), sign_digest(session, find_signer(session), DIGEST, "sha256", ask))
    assert ask.asked == ["user sign"]


def test_a_key_that_wants_its_pin_each_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = desk.inventory.find(HK)
    real = TokenSession.private_keys

    def careful(self: TokenSession) -> Sequence[KeyRef]:
        return [key._replace(asks_each_time=True) for key in real(self)]

    monkeypatch.setattr(TokenSession, "private_keys", careful)
    ask = Answers(PIN[HK], PIN[HK])
    assert checks(find_signer(session), sign_digest(session, find_signer(session), DIGEST, "sha256", ask))
    assert ask.asked == ["user sign", "user sign-again"]
    assert ask.all_wiped


def test_a_certificate_without_its_key(desk: Desk) -> None:
    session = desk.inventory.find(HK)
    other = find_signer(session)._replace(id=b"other")
    with pytest.raises(KeyMissing):
        sign_digest(session, other, DIGEST, "sha256", Answers(PIN[HK]))


@pytest.mark.parametrize(
    ("kind", "pss", "scheme"),
    [("RSA 2048", False, Scheme.RSA_PKCS1), ("RSA 4096", True, Scheme.RSA_PSS), ("EC P-256", False, Scheme.ECDSA)],
)
def test_the_scheme_of_a_key(desk: Desk, kind: str, pss: bool, scheme: Scheme) -> None:
    certificate = find_signer(desk.inventory.find(HK))
    assert scheme_for(certificate._replace(facts=certificate.facts._replace(key=kind)), pss=pss) is scheme


@pytest.mark.parametrize("kind", ["SM2", "unknown", "Ed25519"])
def test_a_key_of_another_kind_costs_no_question(desk: Desk, kind: str) -> None:
    session = desk.inventory.find(HK)
    certificate = find_signer(session)
    ask = Answers()
    with pytest.raises(MechanismRefused):
        sign_digest(session, certificate._replace(facts=certificate.facts._replace(key=kind)), DIGEST, "sha256", ask)
    assert ask.asked == []


def test_a_signature_of_another_key_is_nobodys(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = desk.inventory.find(HK)
    real = TokenSession.sign

    def other(self: TokenSession, key: KeyRef, digest: bytes, *more: str) -> bytes:
        return real(self, key, bytes(len(digest)), *more)  # type: ignore[arg-type]

    monkeypatch.setattr(TokenSession, "sign", other)
    with pytest.raises(SelfTestFailed, match="other-key"):
        sign_digest(session, find_signer(session), DIGEST, "sha256", Answers(PIN[HK]))


def test_of_two_keys_of_one_id_the_one_that_signs_and_none_where_both_do(desk: Desk) -> None:
    certificate = find_signer(desk.inventory.find(HK))
    signs, opens = KeyRef(certificate.id, "a", signs=True), KeyRef(certificate.id, "b", decrypts=True)
    both = SimpleNamespace(private_keys=lambda: [opens, signs])
    assert find_key(both, certificate, lambda each: each.signs) is signs  # type: ignore[arg-type]
    twice = SimpleNamespace(private_keys=lambda: [signs, signs._replace(label="c")])
    with pytest.raises(ObjectMissing):
        find_key(twice, certificate, lambda each: each.signs)  # type: ignore[arg-type]
