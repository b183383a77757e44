"""A PKCS#10 certificate request whose signature is made elsewhere: on the token, which alone has the key."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tokenmgr.model.errors import NotSupported, SelfTestFailed
from tokenmgr.x509.der import BIT_STRING, INTEGER, NULL, OID, SEQUENCE, encoded, wrap
from tokenmgr.x509.key import ECDSA, RSA_PKCS1, as_der, load_key, verify_signature

if TYPE_CHECKING:
    from collections.abc import Callable

    #: Signs a digest made with the named hash: RSA as PKCS#1 v1.5, EC as r and s side by side or as DER.
    SignDigest = Callable[[bytes, str], bytes]

ATTRIBUTES = 0xA0
SHA256_WITH_RSA = wrap(OID, encoded("1.2.840.113549.1.1.11")) + wrap(NULL)
WITH_ECDSA = {
    "sha256": wrap(OID, encoded("1.2.840.10045.4.3.2")),
    "sha384": wrap(OID, encoded("1.2.840.10045.4.3.3")),
    "sha512": wrap(OID, encoded("1.2.840.10045.4.3.4")),
}
#: What to say where `cryptography` refuses a name without a word.
FORM = "it has to look like CN=name,O=organisation,C=CN"
#: A hash as strong as the curve.
HASHES_BY_BITS = ((256, "sha256"), (384, "sha384"))

#: What people write besides the nine names of RFC 4514.
MORE_NAMES = {
    "E": "1.2.840.113549.1.9.1",
    "emailAddress": "1.2.840.113549.1.9.1",
    "SN": "2.5.4.4",
    "serialNumber": "2.5.4.5",
    "title": "2.5.4.12",
    "GN": "2.5.4.42",
    "organizationIdentifier": "2.5.4.97",
}


def make_request(subject: str, spki: bytes, sign: SignDigest) -> bytes:
    """The request as DER. ValueError where the subject is no RFC 4514 name; what `sign` raises passes through."""
    body = wrap(SEQUENCE, wrap(INTEGER, b"\0"), subject_name(subject), spki, wrap(ATTRIBUTES))
    scheme, hash_name, algorithm, bits = _suite(spki)
    digest = hashlib.new(hash_name, body).digest()
    signature = sign(digest, hash_name)
    if scheme == ECDSA:
        signature = as_der(signature, bits)
    # An issuer would refuse it days later; the token is still plugged in now.
    if not verify_signature(spki, digest, signature, scheme, hash_name):
        raise SelfTestFailed("request")
    return wrap(SEQUENCE, body, wrap(SEQUENCE, algorithm), wrap(BIT_STRING, b"\0", signature))


def subject_name(subject: str) -> bytes:
    """The name as DER."""
    # Imported late: it takes longer than all the rest of a command's start.
    from cryptography.x509 import Name, ObjectIdentifier

    names = {name: ObjectIdentifier(oid) for name, oid in MORE_NAMES.items()}
    try:
        return Name.from_rfc4514_string(subject, names).public_bytes()
    except ValueError as cause:
        raise ValueError(f"not a subject: {str(cause) or FORM}") from cause


def _suite(spki: bytes) -> tuple[str, str, bytes, int]:
    """How such a key signs: scheme, hash, the content of the AlgorithmIdentifier, the key's size."""
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    key = load_key(spki)
    if isinstance(key, rsa.RSAPublicKey):
        return RSA_PKCS1, "sha256", SHA256_WITH_RSA, key.key_size
    if isinstance(key, ec.EllipticCurvePublicKey):
        hash_name = next((name for bits, name in HASHES_BY_BITS if key.key_size <= bits), "sha512")
        return ECDSA, hash_name, WITH_ECDSA[hash_name], key.key_size
    raise NotSupported("request")
