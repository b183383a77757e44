"""The reader against `cryptography` on its own certificates, on padded, cut and SM2 ones, and on noise."""

from __future__ import annotations

import base64
import hashlib
import random
import subprocess
import sys
import warnings
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa
from hypothesis import given, settings, strategies as st

from tests.x509.corpus import certificates, differences, reference, vector, vectors
from tokenmgr.model.certificate import Usage
from tokenmgr.x509.certificate import read
from tokenmgr.x509.der import wrap

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes

    from tokenmgr.model.certificate import CertificateFacts

EVERYTHING = ("subject", "issuer", "serial", "not_before", "not_after", "key", "usage", "is_ca", "signature")
SM2_PEM = Path(__file__).with_name("sm2.pem").read_text("ascii").splitlines()
SM2_DER = base64.b64decode("".join(SM2_PEM[1:-1]))
CURVES = {"secp256r1": "EC P-256", "secp384r1": "EC P-384", "secp256k1": "EC secp256k1"}


def key_text(certificate: x509.Certificate) -> str:
    key: CertificatePublicKeyTypes = certificate.public_key()
    match key:
        case rsa.RSAPublicKey():
            return f"RSA {key.key_size}"
        case dsa.DSAPublicKey():
            return f"DSA {key.key_size}"
        case ec.EllipticCurvePublicKey():
            return CURVES[key.curve.name]
    return type(key).__name__.removesuffix("PublicKey")


def is_authority(certificate: x509.Certificate) -> bool:
    found = {type(extension.value): extension.value for extension in certificate.extensions}
    constraints, uses = found.get(x509.BasicConstraints), found.get(x509.KeyUsage)
    return bool(
        (isinstance(constraints, x509.BasicConstraints) and constraints.ca)
        or (isinstance(uses, x509.KeyUsage) and uses.key_cert_sign)
    )


def stated_usage(certificate: x509.Certificate) -> Usage:
    uses = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    signs = uses.digital_signature or uses.content_commitment
    encrypts = uses.key_encipherment or uses.data_encipherment or uses.key_agreement
    by_both = {(True, True): Usage.BOTH, (True, False): Usage.SIGN, (False, True): Usage.ENCRYPT}
    return Usage.CA if is_authority(certificate) else by_both.get((signs, encrypts), Usage.UNKNOWN)


def common_name(certificate: x509.Certificate) -> str | bytes:
    return certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[-1].value


def test_names_are_equal() -> None:
    assert not differences(lambda it: it.subject, lambda it: it.subject.rfc4514_string())
    assert not differences(lambda it: it.issuer, lambda it: it.issuer.rfc4514_string())
    assert not differences(lambda it: it.name, common_name)


def test_numbers_and_times_are_equal() -> None:
    assert not differences(lambda it: it.serial, lambda it: f"{it.serial_number:x}")
    assert not differences(lambda it: it.not_before, lambda it: it.not_valid_before_utc)
    assert not differences(lambda it: it.not_after, lambda it: it.not_valid_after_utc)


def test_usage_is_equal() -> None:
    assert not differences(lambda it: it.usage, stated_usage)
    assert not differences(lambda it: it.is_ca, is_authority)


def test_keys_are_equal_but_where_more_can_be_said() -> None:
    """PSS keys only sign, and a curve given by its parameters is not the curve it resembles."""
    different = differences(lambda it: it.key, key_text)
    pss = {name: pair for name, pair in different.items() if pair == ("RSA-PSS 2048", "RSA 2048")}
    assert len(pss) == 5
    others = {pair for name, pair in different.items() if name not in pss}
    assert others == {("EC with parameters of its own", "EC P-256")}


def test_how_many_are_readable() -> None:
    whole = [found for found in certificates() if not found.facts.unread]
    part = {found.name: found.facts.unread for found in certificates() if found.facts.unread}
    assert (len(whole), part) == (
        540,
        {"x509/badasn1time.pem": ("not_after",), "x509/custom/two_basic_constraints.pem": ("is_ca",)},
    )
    assert not [found.name for found in vectors() if found.reference and found.facts.subject is None]


def test_one_bad_byte_hides_nothing_else() -> None:
    facts = vector("badasn1time.pem").facts
    assert facts.not_after is None
    assert facts.not_before == datetime(2011, 3, 21, 9, 25, 52, tzinfo=UTC)
    assert facts.name == "Default Common Name"
    assert facts.key == "RSA 1024"


def test_sm2_is_read_whole() -> None:
    facts = read(SM2_DER)
    assert facts.subject == "CN=张三,O=某某科技有限公司,C=CN"
    assert (facts.name, facts.key, facts.usage, facts.serial) == ("张三", "SM2", Usage.SIGN, "1234abcd")
    assert facts.not_after == datetime(2036, 11, 17, 16, 28, 53, tzinfo=UTC)
    assert facts.unread == ()


@pytest.mark.parametrize("padding", [b"\0", b"\xff" * 512, b"0\x03\x02\x01\x05"])
def test_padding_is_not_the_certificate(padding: bytes) -> None:
    assert read(SM2_DER + padding) == read(SM2_DER)
    assert read(SM2_DER).sha256 == hashlib.sha256(SM2_DER).hexdigest()


def test_a_cut_certificate_keeps_what_came_before_the_cut() -> None:
    facts = read(SM2_DER[:200])
    assert (facts.name, facts.serial) == ("张三", "1234abcd")
    assert facts.unread == ("key", "usage", "is_ca", "signature")
    assert facts.der == SM2_DER[:200]
    assert read(SM2_DER[:-1]).unread == ("signature",)


@pytest.mark.parametrize("noise", [b"", b"\0", b"\x30", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"hello" * 99])
def test_what_is_no_certificate_has_no_fields(noise: bytes) -> None:
    facts = read(noise)
    assert facts.unread == EVERYTHING
    assert (facts.der, facts.subject, facts.name, facts.usage) == (noise, None, "", Usage.UNKNOWN)


@pytest.mark.parametrize(
    "noise",
    [
        b"\x30" * 200_000,
        b"\x30\x80" * 100_000,
        b"\x30\x82" * 100_000,
        b"\x1f" * 200_000,
        wrap(0x30, wrap(0x30, b"\x02\x01\x01", wrap(0x30), wrap(0x30, b"\x31\x00" * 100_000))),
        wrap(0x30, wrap(0x30, wrap(0x02, b"\xff" * 200_000), wrap(0x30), wrap(0x30, wrap(0x31, wrap(0x30))))),
    ],
    ids=["nested", "endless", "short of lengths", "high tags", "empty names", "a huge number"],
)
def test_200_kilobytes_do_not_hang_it(noise: bytes) -> None:
    assert "subject" in read(noise).unread


def consistent(facts: CertificateFacts, given_der: bytes) -> bool:
    fields = ("subject", "issuer", "serial", "not_before", "not_after")
    return (
        given_der.startswith(facts.der)
        and facts.sha256 == hashlib.sha256(facts.der).hexdigest()
        and all((getattr(facts, field) is None) == (field in facts.unread) for field in fields)
    )


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(noise: bytes) -> None:
    assert consistent(read(noise), noise)
    assert consistent(read(b"\x30\x82\x01\x00\x30\x81\xc8" + noise), b"\x30\x82\x01\x00\x30\x81\xc8" + noise)


def mutated(der: bytes, dice: random.Random) -> bytes:
    changed = bytearray(der)
    for _ in range(dice.choice((1, 1, 2, 5))):
        at = dice.randrange(len(changed))
        match dice.randrange(4):
            case 0:
                changed[at] = dice.randrange(256)
            case 1:
                changed[at] ^= 1 << dice.randrange(8)
            case 2:
                del changed[at : at + dice.randrange(1, 5)]
            case _:
                changed[at:at] = dice.randbytes(dice.randrange(1, 5))
    return bytes(changed)


def names(certificate: x509.Certificate, facts: CertificateFacts) -> tuple[str | None, str | None]:
    """Ours where `cryptography` has none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return certificate.subject.rfc4514_string(), certificate.issuer.rfc4514_string()
        except (ValueError, TypeError):
            return facts.subject, facts.issuer


def test_mutants_are_read_as_cryptography_reads_them() -> None:
    dice = random.Random(2026)
    seeds = [found.der for found in certificates()]
    compared = 0
    for _ in range(4000):
        der = mutated(dice.choice(seeds), dice)
        facts, certificate = read(der), reference(der)
        assert consistent(facts, der)
        if certificate is not None:
            compared += 1
            assert facts.not_after == certificate.not_valid_after_utc
            assert (facts.subject, facts.issuer) == names(certificate, facts)
    assert compared > 500


def test_the_reader_imports_nothing_heavy() -> None:
    """A command that lists certificates waits for every import."""
    script = "import sys, tokenmgr.x509.certificate; print({'cryptography', 'ssl', 'ipaddress'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
