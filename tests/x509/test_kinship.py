"""Who issued a certificate: names, identifiers, and the signature under every algorithm that can be checked."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.x509.corpus import vectors
from tests.x509.issued import NOW, edwards, issue, key
from tests.x509.test_certificate import SM2_DER
from tokenmgr.x509.kinship import Signed, kin, owns_its_key_id, signed_by, weakly_signed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def self_signed(algorithm: str) -> bytes:
    name = x509.Name.from_rfc4514_string("CN=Self")
    known: dict[str, rsa.RSAPrivateKey | EllipticCurvePrivateKey | Ed25519PrivateKey]
    known = {"ed25519": edwards("self"), "ecdsa": key("self"), "rsa": RSA_KEY, "pss": RSA_KEY}
    signing = known[algorithm]
    builder = x509.CertificateBuilder(name, name, signing.public_key(), 5, NOW, NOW + timedelta(days=1))
    if algorithm == "pss":
        pss = padding.PSS(padding.MGF1(hashes.SHA384()), 20)
        made = builder.sign(RSA_KEY, hashes.SHA384(), rsa_padding=pss)
    else:
        made = builder.sign(signing, None if algorithm == "ed25519" else hashes.SHA384())
    return made.public_bytes(serialization.Encoding.DER)


@pytest.mark.parametrize("algorithm", ["rsa", "pss", "ecdsa", "ed25519"])
def test_signatures_are_checked(algorithm: str) -> None:
    der = self_signed(algorithm)
    assert signed_by(der, der) is Signed.RIGHT
    touched = der.replace(b"Self", b"Sekf")
    assert touched != der
    assert signed_by(touched, der) is Signed.WRONG


def test_another_kind_of_key_cannot_have_signed() -> None:
    assert signed_by(self_signed("rsa"), self_signed("ecdsa")) is Signed.UNCHECKED


def test_what_cannot_be_checked() -> None:
    assert signed_by(SM2_DER, SM2_DER) is Signed.UNCHECKED
    assert signed_by(b"", b"") is Signed.UNCHECKED


def test_two_names_for_one_signature() -> None:
    """The algorithm stands inside and outside of what is signed; who changes the outer one could weaken the check."""
    der = self_signed("rsa")
    sha384, sha256 = bytes.fromhex("2a864886f70d01010c"), bytes.fromhex("2a864886f70d01010b")
    first, _, rest = der.rpartition(sha384)
    assert signed_by(first + sha256 + rest, der) is Signed.UNCHECKED


def test_identifiers() -> None:
    root = kin(issue("CN=Root", "CN=Root", ca=True))
    leaf = kin(issue("CN=Leaf", "CN=Root"))
    assert leaf.issuer == root.subject != leaf.subject
    assert leaf.issuer_key_id == root.key_id != b""
    assert owns_its_key_id(root)
    assert not owns_its_key_id(leaf._replace(der=root.der))
    assert not owns_its_key_id(kin(b""))
    bare = kin(issue("CN=Bare", "CN=Root", ids=False))
    assert (bare.key_id, bare.issuer_key_id) == (b"", b"")


def test_broken_hashes() -> None:
    assert not weakly_signed(self_signed("rsa"))
    assert not weakly_signed(b"")
    old = self_signed("rsa").replace(bytes.fromhex("2a864886f70d01010c"), bytes.fromhex("2a864886f70d010105"))
    assert weakly_signed(old)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_every_vector_by_itself() -> None:
    """What is right here is not wrong to `cryptography`, and there is no exception for any."""
    right = 0
    for each in vectors():
        verdict = signed_by(each.der, each.der)
        kin(each.der)
        right += verdict is Signed.RIGHT
        if verdict is Signed.RIGHT and each.reference is not None:
            with suppress(ValueError):  # a name or a hash that it does not look at; a false signature is another error
                each.reference.verify_directly_issued_by(each.reference)
    assert right > 20
