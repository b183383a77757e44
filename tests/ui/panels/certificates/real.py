"""The sample's desk with certificates that are real to the last byte: an authority of two steps, and what it issued."""

from __future__ import annotations

import warnings
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from tests.ui import sample
from tokenmgr.model.certificate import Certificate
from tokenmgr.x509.certificate import read

if TYPE_CHECKING:
    from tokenmgr.actions.glance import Glance
    from tokenmgr.model.token import TokenId

SIGN, ENCRYPT, BOTH = (True, False), (False, True), (True, True)


class Authority(NamedTuple):
    name: x509.Name
    key: ec.EllipticCurvePrivateKey
    der: bytes


@cache
def key(name: str) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def name(common: str, more: str = "Sample") -> x509.Name:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # names longer than the standard allows are the point of some tests
        called = x509.NameAttribute(NameOID.COMMON_NAME, common, _validate=False)
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "HK"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, more),
            called,
        ]
    )


def der(
    subject: x509.Name, own: str, by: Authority | None, days: int, uses: tuple[bool, bool] | None, email: str = ""
) -> bytes:
    """Of a person where `uses` are given, else of an authority; issued by itself where nobody else does."""
    end = sample.NOW + timedelta(days=days, hours=1)
    signs, encrypts = uses or (False, False)
    usage = x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs,
        key_encipherment=encrypts,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=uses is None,
        crl_sign=uses is None,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.name if by else subject)
        .public_key(key(own).public_key())
        .serial_number(0x4C1FA093AA10BB208E02 + days)
        .not_valid_before(end - timedelta(days=1096 if uses else 7300))
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=uses is None, path_length=None), critical=True)
        .add_extension(usage, critical=True)
    )
    if email:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.RFC822Name(email)]), critical=False)
    return builder.sign(by.key if by else key(own), hashes.SHA256()).public_bytes(Encoding.DER)


def authority(common: str, by: Authority | None = None, days: int = 2000) -> Authority:
    subject = name(common, "Hongkong Post")
    return Authority(subject, key(common), der(subject, common, by, days, None))


@cache
def root() -> Authority:
    return authority("Hongkong Post Root CA 3", days=4000)


@cache
def issuer() -> Authority:
    return authority("Hongkong Post e-Cert CA 2 - 17", root())


def certificate(
    token: TokenId,
    common: str,
    days: int,
    uses: tuple[bool, bool] | None = BOTH,
    own: str = "",
    email: str = "taiman.chan@example.hk",
) -> Certificate:
    made = der(name(common), own or f"{common}{days}{uses}", issuer(), days, uses, email)
    return of(token, made)


def of(token: TokenId, made: bytes, label: str = "") -> Certificate:
    facts = read(made)
    return Certificate(token, facts.sha256[:8].encode(), label or facts.name, facts, has_private_key=not facts.is_ca)


@cache
def full() -> Glance:
    """The picture: eight certificates of people, three of them expired; the authority's own on one token."""
    glance = sample.full()
    hk, clii, netca, practice = glance.tokens
    trader = "广州某某贸易有限公司"
    tokens = (
        hk._replace(
            certificates=(
                certificate(sample.HK, "陈大文 CHAN TAI MAN", 37),
                certificate(sample.HK, "陈大文 CHAN TAI MAN", -300, own="old"),
                of(sample.HK, issuer().der),
                of(sample.HK, root().der),
            ),
        ),
        clii._replace(certificates=(certificate(sample.CLII, "河北某某建设工程有限公司", 212, SIGN),)),
        netca._replace(
            certificates=(
                certificate(sample.NETCA, trader, 468, SIGN),
                certificate(sample.NETCA, trader, 468, ENCRYPT),
                certificate(sample.NETCA, trader, -700, ENCRYPT, own="older"),
            ),
        ),
        practice._replace(certificates=()),
    )
    gone = glance.absent[0]._replace(
        certificates=(
            certificate(sample.GONE, "CHAN TAI MAN", 590),
            certificate(sample.GONE, "CHAN TAI MAN", -400, own="oldest"),
        ),
    )
    return glance._replace(tokens=tokens, absent=(gone,))


def only(*found: Certificate, now: datetime | None = None) -> Glance:
    """The first token alone, with these certificates."""
    glance = sample.full()
    token = glance.tokens[0]._replace(certificates=found)
    return glance._replace(taken=now or glance.taken, tokens=(token,), absent=())
