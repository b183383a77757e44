"""Keys of certificates, and signatures made as tokens make them."""

from __future__ import annotations

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import SubjectKeyIdentifier

from tests.x509.corpus import certificates
from tokenmgr.model.errors import NotSupported
from tokenmgr.x509.key import as_der, encrypt, hash_named, key_id, spki_of, verify_signature

RSA_KEY = rsa.generate_private_key(65537, 2048)
EC_KEY = ec.generate_private_key(ec.SECP256R1())
DIGEST = hashlib.sha256(b"what is signed").digest()
OTHER = hashlib.sha256(b"something else").digest()
AHEAD = Prehashed(SHA256())


def spki_bytes(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def side_by_side(signature: bytes, size: int) -> bytes:
    return b"".join(number.to_bytes(size, "big") for number in decode_dss_signature(signature))


def test_key_and_id_of_every_certificate() -> None:
    compared = 0
    for found in certificates():
        if found.reference is None:
            continue
        spki = spki_of(found.der)
        assert spki is not None
        assert spki in found.reference.tbs_certificate_bytes
        try:
            public_key = found.reference.public_key()
        except ValueError:
            continue
        except Exception:  # noqa: BLE001 - a kind of key it does not know
            continue
        assert key_id(spki) == SubjectKeyIdentifier.from_public_key(public_key).digest, found.name
        compared += 1
    assert compared > 500


def test_no_certificate_no_key() -> None:
    assert spki_of(b"") is None
    assert spki_of(b"\x30\x03\x02\x01\x01") is None
    with pytest.raises(ValueError, match="cut short"):
        key_id(b"")


@pytest.mark.parametrize("form", ["der", "side by side"])
def test_an_ecdsa_signature(form: str) -> None:
    signature = EC_KEY.sign(DIGEST, ec.ECDSA(AHEAD))
    if form != "der":
        signature = side_by_side(signature, 32)
    assert verify_signature(spki_bytes(EC_KEY), DIGEST, signature, "ecdsa", "sha256")
    assert not verify_signature(spki_bytes(EC_KEY), OTHER, signature, "ecdsa", "sha256")
    assert not verify_signature(
        spki_bytes(EC_KEY), DIGEST, signature[:-1] + bytes([signature[-1] ^ 1]), "ecdsa", "sha256"
    )


def test_an_rsa_signature_of_either_padding() -> None:
    spki = spki_bytes(RSA_KEY)
    plain = RSA_KEY.sign(DIGEST, padding.PKCS1v15(), AHEAD)
    pss = RSA_KEY.sign(DIGEST, padding.PSS(padding.MGF1(SHA256()), 32), AHEAD)
    assert verify_signature(spki, DIGEST, plain, "rsa-pkcs1", "sha256")
    assert verify_signature(spki, DIGEST, pss, "rsa-pss", "sha256")
    assert not verify_signature(spki, DIGEST, pss, "rsa-pkcs1", "sha256")
    assert not verify_signature(spki, DIGEST, b"", "rsa-pss", "sha256")
    assert not verify_signature(spki, DIGEST[1:], plain, "rsa-pkcs1", "sha256")


@pytest.mark.parametrize(
    ("key", "scheme", "hash_name"),
    [
        (RSA_KEY, "ecdsa", "sha256"),
        (EC_KEY, "rsa-pkcs1", "sha256"),
        (EC_KEY, "sm2", "sha256"),
        (EC_KEY, "ecdsa", "md5"),
    ],
)
def test_what_cannot_be_verified_is_said(
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, scheme: str, hash_name: str
) -> None:
    with pytest.raises(NotSupported):
        verify_signature(spki_bytes(key), DIGEST, b"", scheme, hash_name)


def test_keys_nobody_knows() -> None:
    with pytest.raises(NotSupported):
        verify_signature(b"\x30\x00", DIGEST, b"", "ecdsa", "sha256")


def test_encrypting() -> None:
    assert RSA_KEY.decrypt(encrypt(spki_bytes(RSA_KEY), b"tries"), padding.PKCS1v15()) == b"tries"
    with pytest.raises(NotSupported):
        encrypt(spki_bytes(EC_KEY), b"tries")


@pytest.mark.parametrize("bits", [256, 384, 521])
def test_numbers_side_by_side_become_der(bits: int) -> None:
    size = (bits + 7) // 8
    for pair in [(1, 0x80), (0xFF << 8 * (size - 1), 5), (0, 0)]:
        raw = b"".join(number.to_bytes(size, "big") for number in pair)
        assert decode_dss_signature(as_der(raw, bits)) == pair
    assert as_der(b"\x30\x00", bits) == b"\x30\x00"


@pytest.mark.parametrize("name", ["sha1", "sha224", "sha256", "sha384", "sha512"])
def test_hashes_are_named_as_hashlib_names_them(name: str) -> None:
    assert hash_named(name).digest_size == hashlib.new(name).digest_size
