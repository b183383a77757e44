"""Which certificate issued which: names and key identifiers to look for, and the signature to be sure."""

from __future__ import annotations

import warnings
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import NotSupported
from tokenmgr.x509.anatomy import dissect, entries
from tokenmgr.x509.der import OCTET_STRING, OID, SEQUENCE, Malformed, child, dotted, element, expect
from tokenmgr.x509.key import hash_named, key_id, load_key, spki_of
from tokenmgr.x509.usage import find

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PublicKeyTypes

    from tokenmgr.x509.anatomy import Anatomy

SUBJECT_KEY_ID = b"\x06\x03\x55\x1d\x0e"
AUTHORITY_KEY_ID = b"\x06\x03\x55\x1d\x23"
#: The first field of an AuthorityKeyIdentifier.
KEY_IDENTIFIER = 0x80

RSA = {
    "1.2.840.113549.1.1.5": "sha1",
    "1.2.840.113549.1.1.11": "sha256",
    "1.2.840.113549.1.1.12": "sha384",
    "1.2.840.113549.1.1.13": "sha512",
    "1.2.840.113549.1.1.14": "sha224",
}
RSA_PSS = "1.2.840.113549.1.1.10"
EC = {
    "1.2.840.10045.4.1": "sha1",
    "1.2.840.10045.4.3.1": "sha224",
    "1.2.840.10045.4.3.2": "sha256",
    "1.2.840.10045.4.3.3": "sha384",
    "1.2.840.10045.4.3.4": "sha512",
}
EDWARDS = frozenset({"1.3.101.112", "1.3.101.113"})
#: Collisions can be, or soon will be, made by anybody: MD2, MD5 and SHA-1.
WEAK = frozenset(
    {
        "1.2.840.113549.1.1.2",
        "1.2.840.113549.1.1.4",
        "1.2.840.113549.1.1.5",
        "1.2.840.10040.4.3",
        "1.2.840.10045.4.1",
    }
)


class Signed(Enum):
    """Whether one certificate's key made the other's signature."""

    RIGHT = "right"
    WRONG = "wrong"
    #: An algorithm or a key that cannot be checked here, SM2 among them.
    UNCHECKED = "unchecked"


class Kin(NamedTuple):
    """What tells who a certificate's issuer is; empty where it does not say or cannot be read."""

    der: bytes
    subject: bytes
    issuer: bytes
    key_id: bytes
    issuer_key_id: bytes


def kin(der: bytes) -> Kin:
    """Never raises, for any bytes."""
    anatomy = dissect(der)
    own, authority = _key_ids(anatomy)
    return Kin(anatomy.der, _content(anatomy, "subject"), _content(anatomy, "issuer"), own, authority)


def _content(anatomy: Anatomy, name: str) -> bytes:
    part = anatomy.parts.get(name)
    return anatomy.der[part[1] : part[2]] if part else b""


def _key_ids(anatomy: Anatomy) -> tuple[bytes, bytes]:
    data, part = anatomy.der, anatomy.parts.get("extensions")
    try:
        found = entries(data, part) if part else []
        own = find(data, found, SUBJECT_KEY_ID)
        authority = find(data, found, AUTHORITY_KEY_ID)
        key = child(data, own, OCTET_STRING) if own else None
        mine = data[key[1] : key[2]] if key else b""
        return mine, _issuer_key_id(data[authority[1] : authority[2]]) if authority else b""
    except ValueError:
        return b"", b""


def _issuer_key_id(value: bytes) -> bytes:
    whole = expect(element(value, 0, len(value)), SEQUENCE)
    if whole[1] == whole[2]:
        return b""
    tag, start, stop = element(value, whole[1], whole[2])
    return value[start:stop] if tag == KEY_IDENTIFIER else b""


def owns_its_key_id(of: Kin) -> bool:
    """Whether the identifier follows from the key: a certificate can claim any other."""
    try:
        return key_id(spki_of(of.der) or b"") == of.key_id
    except ValueError:
        return False


def weakly_signed(der: bytes) -> bool:
    """Whether the signature rests on a hash that is broken."""
    try:
        return _signature_of(der)[0] in WEAK
    except ValueError:
        return False


def signed_by(der: bytes, issuer: bytes) -> Signed:
    """Whether the issuer's key made this certificate's signature. Never raises."""
    # Imported late: it takes longer than all the rest of a command's start.
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        oid, body, signature = _signature_of(der)
        key = load_key(spki_of(issuer) or b"")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about serial numbers and names of unusual form
            _verify(key, oid, body, signature, der)
    except InvalidSignature:
        return Signed.WRONG
    except (NotSupported, UnsupportedAlgorithm, ValueError, TypeError):
        return Signed.UNCHECKED
    return Signed.RIGHT


def _signature_of(der: bytes) -> tuple[str, bytes, bytes]:
    """The algorithm, the bytes that were signed, and the signature. Malformed where two algorithms are named."""
    data, parts, _ = dissect(der)
    if "signature" not in parts:
        raise Malformed("no signature")
    whole = expect(element(data, 0, len(data)), SEQUENCE)
    body = element(data, whole[1], whole[2])
    named = expect(element(data, body[2], whole[2]), SEQUENCE)
    inner = parts["algorithm"]
    if data[named[1] : named[2]] != data[inner[1] : inner[2]]:
        raise Malformed("signed in one way, said to be in another")
    _, start, stop = child(data, named, OID)
    bits = parts["signature"]
    return dotted(data[start:stop]), data[whole[1] : body[2]], data[bits[1] + 1 : bits[2]]


def _verify(key: PublicKeyTypes, oid: str, body: bytes, signature: bytes, der: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, padding, rsa

    if isinstance(key, rsa.RSAPublicKey) and oid in RSA:
        key.verify(signature, body, padding.PKCS1v15(), hash_named(RSA[oid]))
    elif isinstance(key, rsa.RSAPublicKey) and oid == RSA_PSS:
        _verify_pss(key, body, signature, der)
    elif isinstance(key, ec.EllipticCurvePublicKey) and oid in EC:
        key.verify(signature, body, ec.ECDSA(hash_named(EC[oid])))
    elif isinstance(key, ed25519.Ed25519PublicKey | ed448.Ed448PublicKey) and oid in EDWARDS:
        key.verify(signature, body)
    else:
        raise NotSupported(oid)


def _verify_pss(key: PublicKeyTypes, body: bytes, signature: bytes, der: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric import padding, rsa
    from cryptography.x509 import load_der_x509_certificate

    certificate = load_der_x509_certificate(der)
    parameters, algorithm = certificate.signature_algorithm_parameters, certificate.signature_hash_algorithm
    if not isinstance(parameters, padding.PSS) or algorithm is None or not isinstance(key, rsa.RSAPublicKey):
        raise NotSupported("pss")
    key.verify(signature, body, parameters, algorithm)
