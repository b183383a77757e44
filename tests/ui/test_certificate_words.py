"""What is said of a certificate, whatever it says of itself."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.ui import sample
from tests.ui.panels.certificates import real
from tokenmgr.model.certificate import Certificate, CertificateFacts
from tokenmgr.ui.certificate_words import called, common_name, fields, pairs
from tokenmgr.wording.language import Language
from tokenmgr.x509.details import details

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("CN=Hongkong Post e-Cert CA 2 - 17,O=Hongkong Post,C=HK", "Hongkong Post e-Cert CA 2 - 17"),
        ("O=Only", "O=Only"),
        ("O=x\\,CN=trap,CN=Right", "Right"),
        ("CN=Chan\\, Tai Man,C=HK", "Chan, Tai Man"),
        ("OU=a+CN=b,C=HK", "b"),
        ("", ""),
    ],
)
def test_common_name(written: str, name: str) -> None:
    assert common_name(written) == name


def test_called_by_whatever_there_is() -> None:
    facts = CertificateFacts(b"", "ab" * 32)
    nameless = Certificate(sample.HK, b"", "", facts)
    assert called(nameless) == "abababababababab"
    assert called(nameless._replace(label="Mine\n")) == "Mine"
    assert called(nameless._replace(facts=facts._replace(name="a\u202eb"))) == "a\\u202eb"


def test_pairs() -> None:
    assert pairs("4c1fa0", ":") == "4C:1F:A0"
    assert pairs("1fa", " ") == "01 FA"
    assert pairs("", ":") == ""


def test_fields_of_a_real_one_and_of_none(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    found = {each.name: each.value for each in fields(details(real.issuer().der))}
    assert {"Version": "V3", "basicConstraints (critical)": "CA"}.items() <= found.items()
    assert found["Valid from"].startswith("20")
    broken = fields(details(b"nothing"))
    assert broken[-1].name == "Could not be read"


def test_one_without_an_end(dressed: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """East of Greenwich that end is in no calendar."""
    dressed(Language.EN)
    monkeypatch.setenv("TZ", "Asia/Hong_Kong")
    time.tzset()
    try:
        found = {each.name: each.value for each in fields(details(without_end()))}
        assert found["Valid until"] == "no end"
        assert found["Valid from"] == "2024-01-01 08:00:00 +0800"
    finally:
        monkeypatch.undo()
        time.tzset()


def without_end() -> bytes:
    name = x509.Name.from_rfc4514_string("CN=Forever")
    key = ec.generate_private_key(ec.SECP256R1())
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(5).not_valid_before(datetime(2024, 1, 1, tzinfo=UTC))
    builder = builder.not_valid_after(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
