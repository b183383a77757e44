"""Certificates and keys taken apart and put together as PKCS#11 wants them."""

from __future__ import annotations

import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_public_key,
)

from tokenmgr.model.errors import NotSupported
from tokenmgr.providers.pkcs11.parts import ec_spki, parts_of, rsa_numbers, rsa_spki
from tokenmgr.x509.der import OCTET_STRING, Malformed, wrap

PKCS8 = (Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
SPKI = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


def certificate(key: rsa.RSAPrivateKey, serial: int) -> x509.Certificate:
    names = [x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)]) for name in ("Person", "Issuer")]
    start = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    builder = x509.CertificateBuilder().subject_name(names[0]).issuer_name(names[1]).public_key(key.public_key())
    builder = builder.serial_number(serial).not_valid_before(start).not_valid_after(start.replace(year=2035))
    return builder.sign(key, hashes.SHA256())


@pytest.mark.parametrize("serial", [1, 0x80, 0xFF00, 2**158])
def test_what_a_token_finds_a_certificate_by(key: rsa.RSAPrivateKey, serial: int) -> None:
    made = certificate(key, serial)
    parts = parts_of(made.public_bytes(Encoding.DER))
    assert parts.subject == made.subject.public_bytes()
    assert parts.issuer == made.issuer.public_bytes()
    assert parts.serial[0] == 2
    assert int.from_bytes(parts.serial[2:], "big", signed=True) == serial


@pytest.mark.parametrize("der", [b"", b"\x30\x00", b"no certificate", b"\x30\x84\xff\xff\xff\xff"])
def test_what_is_no_certificate(der: bytes) -> None:
    with pytest.raises(NotSupported):
        parts_of(der)


def test_the_numbers_of_a_private_key(key: rsa.RSAPrivateKey) -> None:
    values = [int.from_bytes(number, "big") for number in rsa_numbers(key.private_bytes(*PKCS8))]
    private = key.private_numbers()
    public = private.public_numbers
    assert values == [
        public.n, public.e, private.d, private.p, private.q, private.dmp1, private.dmq1, private.iqmp,
    ]  # fmt: skip


def test_other_keys_and_damaged_ones(key: rsa.RSAPrivateKey) -> None:
    whole = key.private_bytes(*PKCS8)
    others = [ec.generate_private_key(ec.SECP256R1()).private_bytes(*PKCS8)]
    others += [ed25519.Ed25519PrivateKey.generate().private_bytes(*PKCS8), b"", whole[:100], b"\x30" + whole]
    for other in others:
        with pytest.raises(NotSupported):
            rsa_numbers(other)


def test_an_rsa_key_put_together(key: rsa.RSAPrivateKey) -> None:
    public = key.public_key()
    modulus = public.public_numbers().n.to_bytes(256, "big")
    for padded in (modulus, b"\0" + modulus):
        assert rsa_spki(padded, b"\1\0\1") == public.public_bytes(*SPKI)


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1()])
def test_a_curve_key_put_together(curve: ec.EllipticCurve) -> None:
    public = ec.generate_private_key(curve).public_key()
    point = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    for given in (point, wrap(OCTET_STRING, point)):  # both are seen
        spki = ec_spki(curve.key_size, given)
        assert spki == public.public_bytes(*SPKI)
        load_der_public_key(spki)


@pytest.mark.parametrize(
    ("bits", "point"), [(256, b""), (256, b"\2" + bytes(32)), (256, b"x" + b"\4" + bytes(64)), (521, b"\4" * 133)]
)
def test_what_is_no_point(bits: int, point: bytes) -> None:
    with pytest.raises(Malformed):
        ec_spki(bits, point)
