"""A public key outside its certificate: its bytes, its id, and what the self-test asks of it.

`cryptography` is imported inside the functions: it takes longer than all the rest of a command's start.
"""

from __future__ import annotations

from hashlib import sha1
from typing import TYPE_CHECKING

from tokenmgr.model.errors import NotSupported
from tokenmgr.x509.anatomy import dissect
from tokenmgr.x509.der import BIT_STRING, INTEGER, SEQUENCE, Malformed, after, child, element, expect, wrap

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes
    from cryptography.hazmat.primitives.hashes import HashAlgorithm

RSA_PKCS1 = "rsa-pkcs1"
RSA_PSS = "rsa-pss"
ECDSA = "ecdsa"


def spki_of(der: bytes) -> bytes | None:
    """The SubjectPublicKeyInfo in a certificate; None where it cannot be read."""
    data, parts, _ = dissect(der)
    part = parts.get("spki")
    # It stands right behind the subject, header and all.
    return data[parts["subject"][2] : part[2]] if part and part[0] == SEQUENCE else None


def key_id(spki: bytes) -> bytes:
    """SHA-1 of the public key's bits, which is what tokens use as CKA_ID and certificates as key identifier."""
    whole = expect(element(spki, 0, len(spki)), SEQUENCE)
    bits = after(spki, child(spki, whole, SEQUENCE), whole, BIT_STRING)
    return sha1(spki[bits[1] + 1 : bits[2]], usedforsecurity=False).digest()


def verify_signature(spki: bytes, digest: bytes, signature: bytes, scheme: str, hash_name: str) -> bool:
    """Whether the signature over the digest is this key's. An ECDSA one may be r and s side by side, or DER."""
    from cryptography.exceptions import InvalidSignature

    try:
        _verify(load_key(spki), digest, signature, scheme, hash_name)
    except (InvalidSignature, Malformed):
        return False
    return True


def _verify(key: PublicKeyTypes, digest: bytes, signature: bytes, scheme: str, hash_name: str) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

    algorithm = hash_named(hash_name)
    if len(digest) != algorithm.digest_size:
        raise Malformed("a digest of another length than its hash makes")
    if isinstance(key, rsa.RSAPublicKey) and scheme == RSA_PKCS1:
        key.verify(signature, digest, padding.PKCS1v15(), Prehashed(algorithm))
    elif isinstance(key, rsa.RSAPublicKey) and scheme == RSA_PSS:
        pss = padding.PSS(padding.MGF1(algorithm), padding.PSS.AUTO)
        key.verify(signature, digest, pss, Prehashed(algorithm))
    elif isinstance(key, ec.EllipticCurvePublicKey) and scheme == ECDSA:
        key.verify(as_der(signature, key.key_size), digest, ec.ECDSA(Prehashed(algorithm)))
    else:
        raise NotSupported(f"verify {scheme}")


def as_der(signature: bytes, bits: int) -> bytes:
    """PKCS#11 gives r and s side by side; everybody else wants them as a DER sequence."""
    size = (bits + 7) // 8
    if len(signature) != 2 * size:
        return signature
    return wrap(SEQUENCE, _unsigned(signature[:size]), _unsigned(signature[size:]))


def _unsigned(digits: bytes) -> bytes:
    digits = digits.lstrip(b"\0")
    return wrap(INTEGER, digits if digits and digits[0] < 1 << 7 else b"\0" + digits)


def encrypt(spki: bytes, plaintext: bytes) -> bytes:
    """Encrypted to an RSA key with PKCS#1 v1.5 padding, the one that every token can undo."""
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

    key = load_key(spki)
    if not isinstance(key, rsa.RSAPublicKey):
        raise NotSupported("encrypt")
    return key.encrypt(plaintext, padding.PKCS1v15())


def load_key(spki: bytes) -> PublicKeyTypes:
    """The key as `cryptography` knows it; NotSupported for the kinds it does not, SM2 among them."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        return load_der_public_key(spki)
    except (UnsupportedAlgorithm, ValueError):
        raise NotSupported("public key") from None


def hash_named(name: str) -> HashAlgorithm:
    """A hash by the name `hashlib` has for it."""
    from cryptography.hazmat.primitives import hashes

    known: dict[str, HashAlgorithm] = {
        "sha1": hashes.SHA1(),  # noqa: S303 - old tokens sign nothing else, and the self-test asks what they do
        "sha224": hashes.SHA224(),
        "sha256": hashes.SHA256(),
        "sha384": hashes.SHA384(),
        "sha512": hashes.SHA512(),
    }
    if name not in known:
        raise NotSupported(name)
    return known[name]
