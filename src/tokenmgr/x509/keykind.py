"""What kind of public key a SubjectPublicKeyInfo holds, in the words people use: RSA 2048, EC P-256, SM2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.certificate import Usage
from tokenmgr.x509.der import (
    BIT_STRING,
    INTEGER,
    OID,
    SEQUENCE,
    Malformed,
    after,
    child,
    dotted,
    element,
    encoded,
    expect,
)

if TYPE_CHECKING:
    from tokenmgr.x509.der import Element

UNKNOWN = "unknown"
RSA = encoded("1.2.840.113549.1.1.1")
RSA_PSS = encoded("1.2.840.113549.1.1.10")
DSA = encoded("1.2.840.10040.4.1")
EC = encoded("1.2.840.10045.2.1")
SM2 = encoded("1.2.156.10197.1.301")

#: Algorithms whose name says everything.
NAMED = {
    SM2: "SM2",
    encoded("1.3.101.110"): "X25519",
    encoded("1.3.101.111"): "X448",
    encoded("1.3.101.112"): "Ed25519",
    encoded("1.3.101.113"): "Ed448",
    encoded("2.16.840.1.101.3.4.3.17"): "ML-DSA-44",
    encoded("2.16.840.1.101.3.4.3.18"): "ML-DSA-65",
    encoded("2.16.840.1.101.3.4.3.19"): "ML-DSA-87",
    encoded("2.16.840.1.101.3.4.4.1"): "ML-KEM-512",
    encoded("2.16.840.1.101.3.4.4.2"): "ML-KEM-768",
    encoded("2.16.840.1.101.3.4.4.3"): "ML-KEM-1024",
}

CURVES = {
    # China's curve is a curve of its own rather than a key algorithm in most certificates.
    SM2: "SM2",
    encoded("1.2.840.10045.3.1.1"): "EC P-192",
    encoded("1.3.132.0.33"): "EC P-224",
    encoded("1.2.840.10045.3.1.7"): "EC P-256",
    encoded("1.3.132.0.34"): "EC P-384",
    encoded("1.3.132.0.35"): "EC P-521",
    encoded("1.3.132.0.10"): "EC secp256k1",
    encoded("1.3.36.3.3.2.8.1.1.7"): "EC brainpoolP256r1",
    encoded("1.3.36.3.3.2.8.1.1.11"): "EC brainpoolP384r1",
    encoded("1.3.36.3.3.2.8.1.1.13"): "EC brainpoolP512r1",
}

AGREEING = ("X25519", "X448", "ML-KEM")


def read_key(data: bytes, spki: Element) -> str:
    """The kind of key; "unknown" for an algorithm without a name here, Malformed for a broken structure."""
    algorithm = child(data, expect(spki, SEQUENCE), SEQUENCE)
    kind = child(data, algorithm, OID)
    bits = after(data, algorithm, spki, BIT_STRING)
    oid = data[kind[1] : kind[2]]
    if oid in (RSA, RSA_PSS):
        return f"{'RSA' if oid == RSA else 'RSA-PSS'} {_modulus_bits(data, bits)}"
    if oid == EC:
        return _curve(data, kind[2], algorithm[2])
    if oid == DSA:
        return _dsa(data, kind[2], algorithm[2])
    return NAMED.get(oid, UNKNOWN)


def _modulus_bits(data: bytes, bits: Element) -> int:
    # The first octet of a bit string counts the bits its last octet does not use.
    sequence = expect(element(data, bits[1] + 1, bits[2]), SEQUENCE)
    return _bit_length(data, child(data, sequence, INTEGER))


def _bit_length(data: bytes, integer: Element) -> int:
    digits = data[integer[1] : integer[2]].lstrip(b"\0")
    if not digits:
        raise Malformed("a zero where a modulus belongs")
    return 8 * (len(digits) - 1) + digits[0].bit_length()


def _curve(data: bytes, at: int, end: int) -> str:
    parameters = element(data, at, end)
    if parameters[0] == SEQUENCE:
        return "EC with parameters of its own"
    curve = data[parameters[1] : expect(parameters, OID)[2]]
    return CURVES.get(curve) or f"EC {dotted(curve)}"


def _dsa(data: bytes, at: int, end: int) -> str:
    if at == end:
        # The size is the issuer's: the parameters are inherited from its certificate.
        return "DSA"
    parameters = expect(element(data, at, end), SEQUENCE)
    return f"DSA {_bit_length(data, child(data, parameters, INTEGER))}"


def usage_by_kind(key: str) -> Usage:
    """What a key is for if the certificate does not restrict it.

    X.509 then allows everything, so it is what the key can do: RSA signs and decrypts. An elliptic key could agree on
    secrets too, but without a word in the certificate nobody encrypts to one, and PKCS#11 tokens use theirs to sign.
    """
    if key == UNKNOWN:
        return Usage.UNKNOWN
    if key.startswith("RSA "):
        return Usage.BOTH
    return Usage.ENCRYPT if key.startswith(AGREEING) else Usage.SIGN
