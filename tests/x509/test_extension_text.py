"""What extensions say."""

from __future__ import annotations

import ipaddress

import pytest
from cryptography import x509
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, ObjectIdentifier

from tests.x509.test_usage import entry
from tokenmgr.x509.extension_text import extension_text, opaque

URI = x509.UniformResourceIdentifier("http://ca.hk/a.crl")
MAIL = x509.RFC822Name("a@b.hk")
PERSON = x509.DirectoryName(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "張三")]))
POLICY = ObjectIdentifier("1.2.3")
PEER = x509.OtherName(ObjectIdentifier("1.3.6.1.4.1.311.20.2.3"), b"\x0c\x06a@b.hk")


def uses(**on: bool) -> x509.KeyUsage:
    names = (
        "digital_signature content_commitment key_encipherment data_encipherment key_agreement key_cert_sign "
        "crl_sign encipher_only decipher_only"
    )
    return x509.KeyUsage(**{name: on.get(name, False) for name in names.split()})


def point(
    full_name: list[x509.GeneralName] | None = None,
    relative_name: x509.RelativeDistinguishedName | None = None,
    crl_issuer: list[x509.GeneralName] | None = None,
) -> x509.DistributionPoint:
    return x509.DistributionPoint(full_name, relative_name, None, crl_issuer)


POINTS = [point(full_name=[URI]), point(crl_issuer=[PERSON])]

SAYS: list[tuple[x509.ExtensionType, str]] = [
    (x509.BasicConstraints(True, 0), "CA, path length 0"),
    (x509.BasicConstraints(True, None), "CA"),
    (x509.BasicConstraints(False, None), "not a CA"),
    (uses(digital_signature=True, content_commitment=True), "digitalSignature, nonRepudiation"),
    (uses(key_agreement=True, decipher_only=True), "keyAgreement, decipherOnly"),
    (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH, POLICY]), "clientAuth, 1.2.3"),
    (x509.SubjectKeyIdentifier(b"\x01\xab"), "01ab"),
    (x509.AuthorityKeyIdentifier(b"\x01", [PERSON], 255), "01, name:CN=張三, serial ff"),
    (x509.AuthorityKeyIdentifier(None, None, None), ""),
    (
        x509.SubjectAlternativeName([x509.DNSName("b.hk"), MAIL, x509.IPAddress(ipaddress.ip_address("::1"))]),
        "DNS:b.hk, email:a@b.hk, IP:::1",
    ),
    (x509.IssuerAlternativeName([x509.RegisteredID(POLICY), PEER]), "id:1.2.3, other:1.3.6.1.4.1.311.20.2.3:a@b.hk"),
    (
        x509.CRLDistributionPoints(POINTS),
        "URI:http://ca.hk/a.crl; issuer name:CN=張三",
    ),
    (
        x509.FreshestCRL([point(relative_name=x509.RelativeDistinguishedName(PERSON.value.rdns[0]))]),
        "name:CN=張三",
    ),
    (
        x509.AuthorityInformationAccess([x509.AccessDescription(AuthorityInformationAccessOID.OCSP, URI)]),
        "OCSP URI:http://ca.hk/a.crl",
    ),
    (
        x509.CertificatePolicies([x509.PolicyInformation(POLICY, ["http://p", x509.UserNotice(None, "mind")])]),
        "1.2.3 http://p mind",
    ),
    (x509.NameConstraints([x509.DNSName("hk")], [MAIL]), "permitted DNS:hk; excluded email:a@b.hk"),
    (x509.InhibitAnyPolicy(2), "after 2 certificates"),
    (x509.OCSPNoCheck(), "its status need not be asked for"),
    (x509.TLSFeature([x509.TLSFeatureType.status_request]), "#3003020105"),
    (x509.UnrecognizedExtension(POLICY, b"\x13\x0211"), "11"),
]


@pytest.mark.parametrize(("extension", "text"), SAYS, ids=[type(extension).__name__ for extension, _ in SAYS])
def test_an_extension(extension: x509.ExtensionType, text: str) -> None:
    value = extension.public_bytes()
    assert extension_text(entry(extension.oid.dotted_string, value), value) == text


def test_a_broken_one_is_refused() -> None:
    with pytest.raises(ValueError, match="asn1"):
        extension_text(entry("2.5.29.17", b"\x0c\x00"), b"\x0c\x00")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"\x0c\x06" + "张三".encode(), "张三"),
        (b"\x0c\x02ab\x05\x00", "#0c0261620500"),
        (b"\x05\x00", "#0500"),
        (b"", "#"),
    ],
)
def test_issuers_own(value: bytes, text: str) -> None:
    assert opaque(value) == text
