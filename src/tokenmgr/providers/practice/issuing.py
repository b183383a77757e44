"""The small CA behind a practice token: it lives for as long as it takes to issue that token's certificates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tokenmgr.model.certificate import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tokenmgr.providers.practice.keypairs import PrivateKey
    from tokenmgr.providers.practice.specs import CertificateSpec

CA_DAYS = 3650
#: "25 days left" must not turn into 24 a second after the token was made.
MARGIN = timedelta(hours=1)
ATTRIBUTES = {
    "C": NameOID.COUNTRY_NAME,
    "ST": NameOID.STATE_OR_PROVINCE_NAME,
    "O": NameOID.ORGANIZATION_NAME,
    "OU": NameOID.ORGANIZATIONAL_UNIT_NAME,
    "CN": NameOID.COMMON_NAME,
}


class PracticeCa:
    """Issues certificates. Its key is never written anywhere, so nobody can issue more in its name."""

    def __init__(self, name: Iterable[tuple[str, str]]) -> None:
        self._name = _name(name)
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._now = datetime.now(UTC)

    def own_certificate(self) -> bytes:
        start, end = self._now - timedelta(days=CA_DAYS), self._now + timedelta(days=CA_DAYS)
        builder = self._builder(self._name, self._key, start, end)
        builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        return self._signed(builder.add_extension(_usage(ca=True), critical=True))

    def issue(self, spec: CertificateSpec, key: PrivateKey) -> bytes:
        start = self._now - timedelta(days=spec.days_since_start)
        end = self._now + timedelta(days=spec.days_left) + MARGIN
        builder = self._builder(_name(spec.subject), key, start, end)
        builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        builder = builder.add_extension(_usage(spec.usage), critical=True)
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.EMAIL_PROTECTION])
        return self._signed(builder.add_extension(purposes, critical=False))

    def _builder(self, subject: x509.Name, key: PrivateKey, start: datetime, end: datetime) -> x509.CertificateBuilder:
        issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        builder = x509.CertificateBuilder(self._name, subject, key.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(start).not_valid_after(end)
        builder = builder.add_extension(issuer_key, critical=False)
        own_key = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        return builder.add_extension(own_key, critical=False)

    def _signed(self, builder: x509.CertificateBuilder) -> bytes:
        return builder.sign(self._key, SHA256()).public_bytes(Encoding.DER)


def _name(parts: Iterable[tuple[str, str]]) -> x509.Name:
    return x509.Name([x509.NameAttribute(ATTRIBUTES[key], value) for key, value in parts])


def _usage(usage: Usage = Usage.UNKNOWN, *, ca: bool = False) -> x509.KeyUsage:
    signs = usage in {Usage.SIGN, Usage.BOTH}
    encrypts = usage in {Usage.ENCRYPT, Usage.BOTH}
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs,
        key_encipherment=encrypts,
        data_encipherment=encrypts,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
