"""The full picture of every certificate there is, and of what is none."""

from __future__ import annotations

import hashlib
import random

import pytest

from tests.x509.corpus import certificates, vector, vectors
from tests.x509.test_certificate import EVERYTHING, SM2_DER, mutated
from tests.x509.test_usage import FALSE, TRUE, entry
from tokenmgr.x509.der import wrap
from tokenmgr.x509.details import MOST_EXTENSIONS, CertificateDetails, ExtensionDetails, details

BODY = b"\x02\x01\x01" + wrap(0x30, b"\x06\x03\x2a\x03\x04") + wrap(0x30) * 4


def extended(*entries: bytes) -> CertificateDetails:
    return details(wrap(0x30, wrap(0x30, BODY, wrap(0xA3, wrap(0x30, *entries))), wrap(0x30), wrap(3, b"\0")))


def test_a_certificate_in_full() -> None:
    found = details(vector("cryptography.io.chain.pem").der)
    assert (found.version, found.signature_algorithm) == (3, "SHA-256 with RSA")
    assert found.public_key == "RSA 4096, exponent 65537"
    assert found.sha1 == hashlib.sha1(found.facts.der).hexdigest()
    assert found.sha256 == found.facts.sha256
    assert [extension.name for extension in found.extensions if extension.critical] == ["keyUsage", "basicConstraints"]
    assert ExtensionDetails("keyUsage", True, "digitalSignature, keyEncipherment") in found.extensions
    assert found.unread == ()


def test_sm2_in_full() -> None:
    found = details(SM2_DER)
    assert (found.signature_algorithm, found.public_key) == ("SM3 with SM2", "SM2")
    assert found.key_id == "724a6089c95132908830adbc9b06fec34dffaec5"
    assert found.extensions[0] == ExtensionDetails("subjectKeyIdentifier", False, found.key_id)
    assert found.extensions[-1] == ExtensionDetails("1.2.156.10260.4.1.1", False, "11010119800101001X")
    assert found.unread == ()


def test_version_one() -> None:
    found = details(vector("v1_cert.pem").der)
    assert (found.version, found.extensions, found.signature_algorithm) == (1, (), "MD5 with RSA")


def test_one_broken_extension_does_not_hide_the_others() -> None:
    found = details(vector("custom/empty-eku.pem").der)
    [broken] = [extension for extension in found.extensions if extension.unreadable]
    assert broken.name == "extKeyUsage"
    assert broken.text == "#3000"
    assert len(found.extensions) == 5
    assert found.unread == ("extKeyUsage",)


def test_criticality_is_what_it_says() -> None:
    """A long value behind an explicit FALSE is still not critical."""
    long = wrap(0x0C, b"x" * 300)
    found = extended(entry("1.2.3", long, FALSE), entry("1.2.4", long, TRUE), entry("1.2.5", long))
    assert [extension.critical for extension in found.extensions] == [False, True, False]


def test_an_extension_without_a_name() -> None:
    [found] = extended(wrap(0x30, b"\x04\x00")).extensions
    assert found == ExtensionDetails("extension", False, "#0400", unreadable=True)


def test_a_flood_of_extensions_is_cut() -> None:
    found = extended(*[entry("1.2.3", b"\x05\x00")] * 3000)
    assert len(found.extensions) == MOST_EXTENSIONS
    assert "extensions" in found.unread
    most = extended(*[entry("1.2.3", b"\x05\x00")] * MOST_EXTENSIONS)
    assert len(most.extensions) == MOST_EXTENSIONS
    assert "extensions" not in most.unread


@pytest.mark.parametrize("noise", [b"", b"\x30\x00", b"\x30" * 5000])
def test_what_is_no_certificate(noise: bytes) -> None:
    found = details(noise)
    assert found.unread == (*EVERYTHING, "extensions", "version", "signature_algorithm", "key_id")
    assert (found.version, found.key_id, found.public_key) == (None, "", "unknown")


def test_every_vector_and_its_mutants() -> None:
    dice = random.Random(7)
    for found in vectors():
        assert details(found.der).facts == found.facts
    for found in certificates()[::3]:
        der = mutated(found.der, dice)
        assert details(der).facts.der in der
