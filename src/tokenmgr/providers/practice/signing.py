"""Using a private key: what it may do, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.errors import MechanismRefused
from tokenmgr.providers.base import Scheme

if TYPE_CHECKING:
    from tokenmgr.model.token import KeyRef
    from tokenmgr.providers.practice.keypairs import PrivateKey

SCHEMES = {"rsa": {Scheme.RSA_PKCS1, Scheme.RSA_PSS}, "ec": {Scheme.ECDSA}}
DIGEST_SIZES = {"sha1": 20, "sha256": 32, "sha384": 48, "sha512": 64}


def require_can_sign(ref: KeyRef, digest: bytes, scheme: Scheme, hash_name: str) -> None:
    """Refuse what cannot be done before a PIN is spent on it."""
    if not ref.signs:
        raise MechanismRefused("sign")
    if scheme not in SCHEMES[ref.kind]:
        raise MechanismRefused(scheme.value)
    if DIGEST_SIZES.get(hash_name) != len(digest):
        raise MechanismRefused(hash_name)


def sign_digest(key: PrivateKey, digest: bytes, scheme: Scheme, hash_name: str) -> bytes:
    """The signature, as certificates and CMS carry it: for ECDSA the two numbers in DER."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

    algorithm: hashes.HashAlgorithm = getattr(hashes, hash_name.upper())()
    prehashed = utils.Prehashed(algorithm)
    if not isinstance(key, rsa.RSAPrivateKey):
        return key.sign(digest, ec.ECDSA(prehashed))
    if scheme is Scheme.RSA_PSS:
        pss = padding.PSS(padding.MGF1(algorithm), padding.PSS.DIGEST_LENGTH)
        return key.sign(digest, pss, prehashed)
    return key.sign(digest, padding.PKCS1v15(), prehashed)


def decrypt_with(key: PrivateKey, ciphertext: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

    if not isinstance(key, rsa.RSAPrivateKey):
        raise MechanismRefused("decrypt")
    try:
        return key.decrypt(ciphertext, padding.PKCS1v15())
    except ValueError as error:
        raise MechanismRefused("decrypt") from error
