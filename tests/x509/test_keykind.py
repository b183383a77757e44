"""What a public key is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, mldsa, rsa, x25519
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tokenmgr.model.certificate import Usage
from tokenmgr.x509.der import BIT_STRING, OID, SEQUENCE, Malformed, element, encoded, wrap
from tokenmgr.x509.keykind import read_key, usage_by_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes


def kind_of(spki: bytes) -> str:
    return read_key(spki, element(spki, 0, len(spki)))


MADE: dict[str, Callable[[], PrivateKeyTypes]] = {
    "RSA 2048": lambda: rsa.generate_private_key(65537, 2048),
    "DSA 1024": lambda: dsa.generate_private_key(1024),
    "EC P-224": lambda: ec.generate_private_key(ec.SECP224R1()),
    "EC P-256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "EC P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "EC P-521": lambda: ec.generate_private_key(ec.SECP521R1()),
    "EC secp256k1": lambda: ec.generate_private_key(ec.SECP256K1()),
    "EC brainpoolP384r1": lambda: ec.generate_private_key(ec.BrainpoolP384R1()),
    "Ed25519": ed25519.Ed25519PrivateKey.generate,
    "Ed448": ed448.Ed448PrivateKey.generate,
    "X25519": x25519.X25519PrivateKey.generate,
    "ML-DSA-65": mldsa.MLDSA65PrivateKey.generate,
}


@pytest.mark.parametrize("kind", MADE)
def test_a_kind(kind: str) -> None:
    public = MADE[kind]().public_key()
    assert kind_of(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)) == kind


def spki(oid: str, parameters: bytes = b"", bits: bytes = b"\0") -> bytes:
    return wrap(SEQUENCE, wrap(SEQUENCE, wrap(OID, encoded(oid)), parameters), wrap(BIT_STRING, bits))


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (spki("1.2.840.10045.2.1", wrap(OID, encoded("1.2.156.10197.1.301"))), "SM2"),
        (spki("1.2.156.10197.1.301"), "SM2"),
        (spki("1.2.840.10045.2.1", wrap(OID, encoded("1.2.3.4"))), "EC 1.2.3.4"),
        (spki("1.2.840.10040.4.1"), "DSA"),
        (spki("1.2.643.2.2.19"), "unknown"),
    ],
)
def test_kinds_nobody_here_can_make(key: bytes, kind: str) -> None:
    assert kind_of(key) == kind


@pytest.mark.parametrize(
    "key",
    [
        b"\x30\x00",
        spki("1.2.840.113549.1.1.1"),
        spki("1.2.840.113549.1.1.1", bits=b"\0" + wrap(SEQUENCE, wrap(2, b"\0"))),
        spki("1.2.840.10045.2.1"),
        spki("1.2.840.10045.2.1", wrap(5)),
    ],
)
def test_a_broken_key_is_refused(key: bytes) -> None:
    with pytest.raises(Malformed):
        kind_of(key)


@pytest.mark.parametrize(
    ("kind", "usage"),
    [
        ("RSA 2048", Usage.BOTH),
        ("RSA-PSS 2048", Usage.SIGN),
        ("EC P-256", Usage.SIGN),
        ("SM2", Usage.SIGN),
        ("X25519", Usage.ENCRYPT),
        ("unknown", Usage.UNKNOWN),
    ],
)
def test_usage_without_a_word_in_the_certificate(kind: str, usage: Usage) -> None:
    assert usage_by_kind(kind) is usage
