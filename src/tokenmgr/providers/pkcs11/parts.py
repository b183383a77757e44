"""Certificates and keys taken apart, and put together, the way PKCS#11 wants its attributes.

Done on this side of the wire, so that the module's process needs no DER.
"""

from __future__ import annotations

from typing import NamedTuple

from tokenmgr.model.errors import NotSupported
from tokenmgr.x509.anatomy import dissect
from tokenmgr.x509.der import (
    BIT_STRING,
    INTEGER,
    NULL,
    OCTET_STRING,
    OID,
    SEQUENCE,
    Malformed,
    after,
    child,
    element,
    encoded,
    expect,
    wrap,
)

RSA = encoded("1.2.840.113549.1.1.1")
EC = encoded("1.2.840.10045.2.1")
CURVES = {256: encoded("1.2.840.10045.3.1.7"), 384: encoded("1.3.132.0.34")}
#: n, e, d, p, q, d mod p-1, d mod q-1, q^-1 mod p
RSA_NUMBERS = 8


class CertificateParts(NamedTuple):
    """What a token keeps beside a certificate to find it by, each a whole DER element."""

    subject: bytes
    issuer: bytes
    serial: bytes


def parts_of(der: bytes) -> CertificateParts:
    """NotSupported for what is no certificate: a token would keep it and nobody could find it again."""
    data, found, _ = dissect(der)
    if "subject" not in found:
        raise NotSupported("store")
    _, start, stop = found["serial"]
    return CertificateParts(
        subject=data[found["validity"][2] : found["subject"][2]],
        issuer=data[found["algorithm"][2] : found["issuer"][2]],
        serial=wrap(INTEGER, data[start:stop]),
    )


def rsa_numbers(pkcs8: bytes) -> list[bytes]:
    """The eight numbers of an RSA private key in PKCS#8."""
    try:
        return _rsa_numbers(pkcs8)
    except Malformed:
        raise NotSupported("import-key") from None


def _rsa_numbers(pkcs8: bytes) -> list[bytes]:
    outer = expect(element(pkcs8, 0, len(pkcs8)), SEQUENCE)
    version = child(pkcs8, outer, INTEGER)
    algorithm = after(pkcs8, version, outer, SEQUENCE)
    kind = child(pkcs8, algorithm, OID)
    if pkcs8[kind[1] : kind[2]] != RSA:
        raise Malformed("another kind of key")
    inner = after(pkcs8, algorithm, outer, OCTET_STRING)
    whole = child(pkcs8, inner, SEQUENCE)
    last = child(pkcs8, whole, INTEGER)  # the version again
    numbers = []
    for _ in range(RSA_NUMBERS):
        last = after(pkcs8, last, whole, INTEGER)
        numbers.append(pkcs8[last[1] : last[2]].lstrip(b"\0"))
    return numbers


def rsa_spki(modulus: bytes, exponent: bytes) -> bytes:
    """An RSA public key as SubjectPublicKeyInfo."""
    key = wrap(SEQUENCE, _unsigned(modulus), _unsigned(exponent))
    return wrap(SEQUENCE, wrap(SEQUENCE, wrap(OID, RSA), wrap(NULL)), wrap(BIT_STRING, b"\0", key))


def ec_spki(bits: int, point: bytes) -> bytes:
    """An EC public key as SubjectPublicKeyInfo. Most modules wrap the point in an octet string; some do not."""
    size = 1 + 2 * (bits // 8)
    bare = point[-size:]
    if bits not in CURVES or bare[:1] != b"\x04" or point not in (bare, wrap(OCTET_STRING, bare)):
        raise Malformed("no point of this curve")
    algorithm = wrap(SEQUENCE, wrap(OID, EC), wrap(OID, CURVES[bits]))
    return wrap(SEQUENCE, algorithm, wrap(BIT_STRING, b"\0", bare))


def _unsigned(number: bytes) -> bytes:
    digits = number.lstrip(b"\0")
    return wrap(INTEGER, digits if digits and digits[0] < 1 << 7 else b"\0" + digits)
