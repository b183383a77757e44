"""Small certification authorities for tests: keys are made once, certificates as wished."""

from __future__ import annotations

import functools
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@functools.cache
def key(name: str) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@functools.cache
def edwards(name: str) -> ed25519.Ed25519PrivateKey:
    return ed25519.Ed25519PrivateKey.generate()


def issue(
    subject: str,
    issuer: str,
    *,
    owner: str = "",
    signer: str = "",
    ca: bool = False,
    days: int = 100,
    ids: bool = True,
) -> bytes:
    """`owner` and `signer` name the keys, which are the subject's and the issuer's own where they are not given."""
    owned, signing = key(owner or subject), key(signer or issuer)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name.from_rfc4514_string(subject))
        .issuer_name(x509.Name.from_rfc4514_string(issuer))
        .public_key(owned.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1000))
        .not_valid_after(NOW + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if ids:
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(owned.public_key()), critical=False)
        authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key())
        builder = builder.add_extension(authority, critical=False)
    return builder.sign(signing, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
