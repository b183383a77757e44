"""Key pairs, made and carried as PKCS#8. Imported only where a key is really needed: cryptography is slow to import."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from tokenmgr.model.errors import MechanismRefused

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

PUBLIC_EXPONENT = 65537
RSA_BITS = (2048, 3072, 4096)
CURVES: dict[int, type[ec.EllipticCurve]] = {256: ec.SECP256R1, 384: ec.SECP384R1, 521: ec.SECP521R1}


def make_key(kind: str, bits: int) -> PrivateKey:
    if kind == "rsa" and bits in RSA_BITS:
        return rsa.generate_private_key(PUBLIC_EXPONENT, bits)
    if kind == "ec" and bits in CURVES:
        return ec.generate_private_key(CURVES[bits]())
    raise MechanismRefused(f"{kind}-{bits}")


def kind_of(key: PrivateKey) -> str:
    return "rsa" if isinstance(key, rsa.RSAPrivateKey) else "ec"


def to_pkcs8(key: PrivateKey) -> bytes:
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def public_info(key: PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def from_own_pkcs8(pkcs8: bytes) -> PrivateKey:
    """A key that this program sealed itself: checked when it came, and too slow to check at every use."""
    return _rsa_or_ec(load_der_private_key(pkcs8, None, unsafe_skip_rsa_key_validation=True))


def from_foreign_pkcs8(pkcs8: bytes) -> PrivateKey:
    """A key from outside, checked."""
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        return _rsa_or_ec(load_der_private_key(pkcs8, None))
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise MechanismRefused("import-key") from error


def _rsa_or_ec(key: object) -> PrivateKey:
    if isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        return key
    raise MechanismRefused("import-key")
