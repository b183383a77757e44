"""What is said of a certificate wherever it shows: its name, its key, and each of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ui.token_words import usage_words
from tokenmgr.ui.words import no_end, translate
from tokenmgr.x509.moment import endless, local
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.x509.details import CertificateDetails, ExtensionDetails


LONGEST_NAME = 120
#: A name that is longer than this is looked through no further.
LONGEST_SEARCHED = 4096


class Field(NamedTuple):
    """One line: text is as the certificate has it."""

    name: str
    value: str


def field_name(code: str) -> str:
    """What a field is called; extensions keep the names everybody knows them by."""
    return {
        "version": translate("Certificates", "Version"),
        "subject": translate("Certificates", "Subject"),
        "issuer": translate("Certificates", "Issuer"),
        "serial": translate("Certificates", "Serial number"),
        "not_before": translate("Certificates", "Valid from"),
        "not_after": translate("Certificates", "Valid until"),
        "usage": translate("Certificates", "Use"),
        "public_key": translate("Certificates", "Public key"),
        "key": translate("Certificates", "Public key"),
        "key_id": translate("Certificates", "Key identifier"),
        "signature_algorithm": translate("Certificates", "Signature algorithm"),
        "signature": translate("Certificates", "Signature"),
        "sha256": translate("Certificates", "SHA-256 fingerprint"),
        "sha1": translate("Certificates", "SHA-1 fingerprint"),
        "is_ca": translate("Certificates", "Issuer or not"),
        "extensions": translate("Certificates", "Extensions"),
    }.get(code, code)


def fields(details: CertificateDetails) -> list[Field]:
    """In the order of the certificate; what could not be read stands at the end."""
    it = details.facts
    plain = (
        ("version", f"V{details.version}" if details.version else ""),
        ("serial", pairs(it.serial or "", ":")),
        ("signature_algorithm", details.signature_algorithm),
        ("issuer", it.issuer or ""),
        ("not_before", _moment(it.not_before)),
        ("not_after", _moment(it.not_after)),
        ("subject", it.subject or ""),
        ("public_key", details.public_key),
        ("usage", usage_words(it.usage)),
        ("key_id", details.key_id),
        ("sha256", pairs(details.sha256, " ")),
        ("sha1", pairs(details.sha1, " ")),
    )
    found = [Field(field_name(code), value) for code, value in plain]
    found += [_extension(each) for each in details.extensions]
    if details.unread:
        unread = ", ".join(dict.fromkeys(map(field_name, details.unread)))
        found.append(Field(translate("Certificates", "Could not be read"), unread))
    return found


def _extension(each: ExtensionDetails) -> Field:
    critical = translate("Certificates", "{name} (critical)").format(name=each.name)
    return Field(critical if each.critical else each.name, each.text)


def _moment(at: datetime | None) -> str:
    if at is None:
        return ""
    here = local(at)
    return no_end() if endless(at) else f"{here.date()} {here:%H:%M:%S %z}"


def called(certificate: Certificate) -> str:
    """What people call it: its holder's name, else its label, else what it is known by."""
    facts = certificate.facts
    name = facts.name.strip() or certificate.label.strip() or facts.serial or facts.sha256[:16]
    return visible(name, LONGEST_NAME)


def common_name(written: str) -> str:
    """The CN in a name as RFC 4514 writes it, else the whole name."""
    pieces = _split(written[:LONGEST_SEARCHED])
    names = (piece[3:] for piece in pieces if piece.startswith("CN="))
    found = next(names, "")
    return found.replace("\\", "") or written[:LONGEST_SEARCHED]


def _split(written: str) -> list[str]:
    """At commas and plus signs that no backslash stands before."""
    pieces, start, escaped = [], 0, False
    for at, letter in enumerate(written):
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter in ",+":
            pieces.append(written[start:at])
            start = at + 1
    return [*pieces, written[start:]]


def key_words(certificate: Certificate) -> str:
    """Its kind, and whether the private half was seen; a closed token does not show it, which says nothing."""
    kind = "" if certificate.facts.key == "unknown" else certificate.facts.key
    if certificate.has_private_key:
        return translate("Certificates", "{kind}, private key on this token").format(kind=visible(kind))
    return kind


def pairs(digits: str, between: str) -> str:
    """A number that can be compared by eye."""
    digits = digits.upper()[:256]
    digits = digits.zfill(len(digits) + len(digits) % 2)
    return between.join(digits[at : at + 2] for at in range(0, len(digits), 2))
