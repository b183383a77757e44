"""What an extension says, as one line. Each is decoded alone, so that one broken one does not hide the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.x509.der import BIT_STRING, INTEGER, NULL, OID, SEQUENCE, Malformed, element, encoded, wrap
from tokenmgr.x509.distinguished import plain
from tokenmgr.x509.oids import PURPOSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cryptography import x509

EMPTY_NAME = wrap(SEQUENCE)
AGES = wrap(SEQUENCE, wrap(0x17, b"250101000000Z"), wrap(0x17, b"260101000000Z"))
ALGORITHM = wrap(SEQUENCE, wrap(OID, encoded("1.2.840.113549.1.1.11")), wrap(NULL))
SPKI = wrap(SEQUENCE, ALGORITHM, wrap(BIT_STRING, b"\0"))
BEFORE = wrap(0xA0, wrap(INTEGER, b"\2")) + wrap(INTEGER, b"\1") + ALGORITHM + EMPTY_NAME + AGES + EMPTY_NAME + SPKI
AFTER = ALGORITHM + wrap(BIT_STRING, b"\0")
EXTENSIONS = 0xA3

PREFIXES = {"DNSName": "DNS", "RFC822Name": "email", "IPAddress": "IP", "UniformResourceIdentifier": "URI"}

USES = {
    "digital_signature": "digitalSignature",
    "content_commitment": "nonRepudiation",
    "key_encipherment": "keyEncipherment",
    "data_encipherment": "dataEncipherment",
    "key_agreement": "keyAgreement",
    "key_cert_sign": "keyCertSign",
    "crl_sign": "cRLSign",
}


def extension_text(entry: bytes, value: bytes) -> str:
    """The extension whose whole DER is `entry`; where nobody knows its kind, the text it holds, or hex."""
    decoded = _decoded(entry)
    for kind, write in _writers().items():
        if isinstance(decoded, kind):
            return write(decoded)
    return opaque(value)


def opaque(value: bytes) -> str:
    """Issuers' own extensions often hold one string: an identity number, a registration."""
    try:
        found = element(value, 0, len(value))
        text = plain(value, found) if found[2] == len(value) else None
    except Malformed:
        text = None
    return f"#{value.hex()}" if text is None else text


def _decoded(entry: bytes) -> x509.ExtensionType:
    """By way of a certificate that holds nothing else, the only way `cryptography` decodes one alone."""
    from cryptography.x509 import load_der_x509_certificate

    body = wrap(SEQUENCE, BEFORE, wrap(EXTENSIONS, wrap(SEQUENCE, entry)))
    [extension] = load_der_x509_certificate(wrap(SEQUENCE, body, AFTER)).extensions
    decoded: x509.ExtensionType = extension.value
    return decoded


def _writers() -> dict[type, Callable[..., str]]:
    from cryptography import x509

    return {
        x509.BasicConstraints: _constraints,
        x509.KeyUsage: _uses,
        x509.ExtendedKeyUsage: lambda value: ", ".join(map(_purpose, value)),
        x509.SubjectKeyIdentifier: lambda value: value.digest.hex(),
        x509.AuthorityKeyIdentifier: _authority,
        x509.SubjectAlternativeName: _names,
        x509.IssuerAlternativeName: _names,
        x509.CRLDistributionPoints: _points,
        x509.FreshestCRL: _points,
        x509.AuthorityInformationAccess: _access,
        x509.SubjectInformationAccess: _access,
        x509.CertificatePolicies: lambda value: "; ".join(map(_policy, value)),
        x509.NameConstraints: _limits,
        x509.InhibitAnyPolicy: lambda value: f"after {value.skip_certs} certificates",
        x509.OCSPNoCheck: lambda _: "its status need not be asked for",
        x509.PrecertificateSignedCertificateTimestamps: lambda value: f"{len(value)} timestamps",
    }


def _constraints(value: x509.BasicConstraints) -> str:
    if not value.ca:
        return "not a CA"
    return "CA" if value.path_length is None else f"CA, path length {value.path_length}"


def _uses(value: x509.KeyUsage) -> str:
    uses = [name for attribute, name in USES.items() if getattr(value, attribute)]
    # The two are only defined, and may only be asked for, where the key agrees.
    if value.key_agreement:
        uses += ["encipherOnly"] * value.encipher_only + ["decipherOnly"] * value.decipher_only
    return ", ".join(uses)


def _purpose(oid: x509.ObjectIdentifier) -> str:
    return PURPOSES.get(oid.dotted_string, oid.dotted_string)


def _authority(value: x509.AuthorityKeyIdentifier) -> str:
    parts = []
    if value.key_identifier is not None:
        parts.append(value.key_identifier.hex())
    if value.authority_cert_issuer is not None:
        parts.append(_names(value.authority_cert_issuer))
    if value.authority_cert_serial_number is not None:
        parts.append(f"serial {value.authority_cert_serial_number:x}")
    return ", ".join(parts)


def _names(names: Iterable[x509.GeneralName]) -> str:
    return ", ".join(map(_general, names))


def _general(name: x509.GeneralName) -> str:
    from cryptography import x509

    match name:
        case x509.DirectoryName(value=directory):
            return f"name:{directory.rfc4514_string()}"
        case x509.OtherName():
            return f"other:{name.type_id.dotted_string}:{opaque(name.value)}"
        case x509.RegisteredID(value=oid):
            return f"id:{oid.dotted_string}"
    return f"{PREFIXES.get(type(name).__name__, 'other')}:{name.value}"


def _points(points: Iterable[x509.DistributionPoint]) -> str:
    return "; ".join(map(_point, points))


def _point(point: x509.DistributionPoint) -> str:
    if point.full_name is not None:
        return _names(point.full_name)
    if point.relative_name is not None:
        return f"name:{point.relative_name.rfc4514_string()}"
    return f"issuer {_names(point.crl_issuer or [])}"


def _access(value: Iterable[x509.AccessDescription]) -> str:
    return ", ".join(f"{_purpose(entry.access_method)} {_general(entry.access_location)}" for entry in value)


def _policy(policy: x509.PolicyInformation) -> str:
    qualifiers = policy.policy_qualifiers or ()
    words = [qualifier if isinstance(qualifier, str) else qualifier.explicit_text for qualifier in qualifiers]
    return " ".join(filter(None, [policy.policy_identifier.dotted_string, *words]))


def _limits(value: x509.NameConstraints) -> str:
    permitted = f"permitted {_names(value.permitted_subtrees)}" if value.permitted_subtrees else ""
    excluded = f"excluded {_names(value.excluded_subtrees)}" if value.excluded_subtrees else ""
    return "; ".join(filter(None, [permitted, excluded]))
