"""The small CA's certificates are what a verifier expects."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509

from tokenmgr.model.certificate import Usage
from tokenmgr.providers.practice.issuing import PracticeCa
from tokenmgr.providers.practice.keypairs import make_key
from tokenmgr.providers.practice.specs import SPECS, CertificateSpec, TokenSpec

ALL = [pytest.param(spec, each, id=each.label) for spec in SPECS.values() for each in spec.certificates]


@pytest.mark.parametrize(("spec", "each"), ALL)
def test_a_certificate_is_issued_by_its_ca(spec: TokenSpec, each: CertificateSpec) -> None:
    ca, key = PracticeCa(spec.issuer), make_key("ec", 256)
    root = x509.load_der_x509_certificate(ca.own_certificate())
    certificate = x509.load_der_x509_certificate(ca.issue(each, key))
    certificate.verify_directly_issued_by(root)
    root.verify_directly_issued_by(root)
    assert certificate.public_key() == key.public_key()
    assert root.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


@pytest.mark.parametrize(("spec", "each"), ALL)
def test_it_ends_when_it_should(spec: TokenSpec, each: CertificateSpec) -> None:
    certificate = x509.load_der_x509_certificate(PracticeCa(spec.issuer).issue(each, make_key("ec", 256)))
    left = certificate.not_valid_after_utc - datetime.now(UTC)
    assert timedelta(days=each.days_left) < left < timedelta(days=each.days_left + 1)


@pytest.mark.parametrize(
    ("usage", "signs", "encrypts"),
    [(Usage.SIGN, True, False), (Usage.ENCRYPT, False, True), (Usage.BOTH, True, True)],
)
def test_it_says_what_it_is_for(usage: Usage, signs: bool, encrypts: bool) -> None:
    spec = CertificateSpec(b"\x01", "", usage, (("CN", "甲"),), 1, 1)
    der = PracticeCa((("CN", "CA"),)).issue(spec, make_key("ec", 256))
    said = x509.load_der_x509_certificate(der).extensions.get_extension_for_class(x509.KeyUsage).value
    assert (said.digital_signature, said.key_encipherment) == (signs, encrypts)
    assert not said.key_cert_sign
