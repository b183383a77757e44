"""What the tests of the contract do with a token, whatever kind it is."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization

from tests.beds.softhsm import make_key_pair
from tests.contract.subjects import USER, Subject
from tokenmgr.model.pin import Pin, Verdict
from tokenmgr.x509.key import spki_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.token import KeyRef

PRACTICE = ("practice-post", "practice-clii", "practice-netca")
MODULES = ("softhsm", "safenet", "piv", "opencryptoki")
ALL = (*PRACTICE, *MODULES)
WITH_STORE = (*PRACTICE, "softhsm", "safenet", "opencryptoki")
#: SoftHSM never does.
LOCKING = (*PRACTICE, "safenet", "piv", "opencryptoki")
PULLABLE = (*PRACTICE, "safenet", "piv")
OWN_KEY = b"\x77"
NEW = "24681357"  # what a PIV card takes too
DIGEST = hashlib.sha256(b"what is signed").digest()
VERDICT_IN_WORDS = {Verdict.WRONG, Verdict.LOCKED}


def on(*kinds: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("subject", kinds, indirect=True)


def wrong_pin(number: int = 0) -> Pin:
    return Pin(f"9{number:02}999")


def public_key(subject: Subject, key_id: bytes) -> bytes:
    ders = {each.id: each.facts.der for each in subject.provider.certificates(subject.token)}
    return spki_of(ders[key_id]) or b""


def usable_key(subject: Subject, *, decrypts: bool = False) -> KeyRef:
    """One that has a certificate and does not ask each time."""
    keys = subject.provider.private_keys(subject.token)
    return next(key for key in keys if not key.asks_each_time and (key.decrypts if decrypts else key.signs))


def bring_key_and_certificate(subject: Subject) -> None:
    pair = make_key_pair("Imported Person")
    key = serialization.load_der_private_key(pair.key, None)
    pkcs8 = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    subject.log_in()
    subject.store.import_key(subject.token, pkcs8, OWN_KEY, "mine")
    subject.store.import_certificate(subject.token, pair.certificate, OWN_KEY, "mine")


def bring_if_empty(subject: Subject) -> None:
    subject.log_in()
    if not subject.provider.private_keys(subject.token):
        bring_key_and_certificate(subject)


def every_question(subject: Subject) -> list[Callable[[], object]]:
    provider, token, pins = subject.provider, subject.token, subject.pins
    return [
        lambda: list(provider.certificates(token)),
        lambda: provider.private_keys(token),
        lambda: pins.reading(token, USER),
        lambda: pins.policy(token),
        lambda: subject.store.data_objects(token),
    ]
