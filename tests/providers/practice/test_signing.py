"""What a key does, checked with the public key."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from tokenmgr.model.errors import MechanismRefused
from tokenmgr.model.token import KeyRef
from tokenmgr.providers.base import Scheme
from tokenmgr.providers.practice.keypairs import make_key
from tokenmgr.providers.practice.signing import decrypt_with, require_can_sign, sign_digest

if TYPE_CHECKING:
    from tokenmgr.providers.practice.keypairs import PrivateKey

MESSAGE = b"a message"
ALGORITHMS = {
    "sha1": hashes.SHA1(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
HASHES = pytest.mark.parametrize("name", ALGORITHMS)
RSA = KeyRef(b"\x01", "", "rsa", 2048, signs=True, decrypts=True)
EC = KeyRef(b"\x02", "", "ec", 256, signs=True)


@pytest.fixture(scope="module")
def rsa_key() -> PrivateKey:
    return make_key("rsa", 2048)


@HASHES
def test_rsa_signatures_verify(rsa_key: rsa.RSAPrivateKey, name: str) -> None:
    digest, algorithm = hashlib.new(name, MESSAGE).digest(), ALGORITHMS[name]
    plain = sign_digest(rsa_key, digest, Scheme.RSA_PKCS1, name)
    rsa_key.public_key().verify(plain, MESSAGE, padding.PKCS1v15(), algorithm)
    salted = sign_digest(rsa_key, digest, Scheme.RSA_PSS, name)
    pss = padding.PSS(padding.MGF1(algorithm), algorithm.digest_size)
    rsa_key.public_key().verify(salted, MESSAGE, pss, algorithm)


@HASHES
def test_ecdsa_signatures_verify(name: str) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    signature = sign_digest(key, hashlib.new(name, MESSAGE).digest(), Scheme.ECDSA, name)
    key.public_key().verify(signature, MESSAGE, ec.ECDSA(ALGORITHMS[name]))


@pytest.mark.parametrize(
    ("ref", "size", "scheme", "name", "what"),
    [
        (EC, 32, Scheme.RSA_PKCS1, "sha256", "rsa-pkcs1"),
        (RSA, 32, Scheme.ECDSA, "sha256", "ecdsa"),
        (RSA, 31, Scheme.RSA_PKCS1, "sha256", "sha256"),
        (RSA, 16, Scheme.RSA_PKCS1, "md5", "md5"),
        (KeyRef(b"\x03", kind="rsa", decrypts=True), 32, Scheme.RSA_PKCS1, "sha256", "sign"),
    ],
)
def test_what_cannot_be_signed_is_refused(ref: KeyRef, size: int, scheme: Scheme, name: str, what: str) -> None:
    with pytest.raises(MechanismRefused) as caught:
        require_can_sign(ref, bytes(size), scheme, name)
    assert caught.value.what == what


def test_what_was_encrypted_comes_back(rsa_key: rsa.RSAPrivateKey) -> None:
    session_key = os.urandom(32)
    encrypted = rsa_key.public_key().encrypt(session_key, padding.PKCS1v15())
    assert decrypt_with(rsa_key, encrypted) == session_key


def test_what_cannot_be_decrypted_is_refused(rsa_key: rsa.RSAPrivateKey) -> None:
    with pytest.raises(MechanismRefused):
        decrypt_with(rsa_key, b"short")
    with pytest.raises(MechanismRefused):
        decrypt_with(make_key("ec", 256), bytes(256))
