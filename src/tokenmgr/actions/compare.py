"""Two certificates side by side: is one the renewal of the other, and is the old key still needed?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.certificate import Usage
from tokenmgr.x509.details import details

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from tokenmgr.x509.details import CertificateDetails

#: What two verdicts may be.
VERDICTS = ("identical", "unreadable", "different-subject", "renewed", "same-key", "pair", "re-issued")
FORMAT = "%Y-%m-%d %H:%M:%S UTC"
KINDS = {Usage.SIGN, Usage.ENCRYPT}


class Row(NamedTuple):
    """One field of both; empty where one does not have it. The text is as the certificates have it."""

    field: str
    left: str
    right: str

    @property
    def same(self) -> bool:
        """No difference."""
        return self.left == self.right


class Comparison(NamedTuple):
    """What differs, and what that means."""

    rows: tuple[Row, ...]
    verdict: str
    #: "left" or "right", the one that ends later; empty where neither does.
    newer: str
    warnings: tuple[str, ...]


def compare(left: bytes, right: bytes) -> Comparison:
    """Never raises, for any bytes."""
    one, other = details(left), details(right)
    newer = _newer(one.facts.not_after, other.facts.not_after)
    verdict = _verdict(one, other, newer)
    older = other if newer == "left" else one
    return Comparison(tuple(_rows(one, other)), verdict, newer, tuple(_warnings(verdict, older)))


def _newer(left: datetime | None, right: datetime | None) -> str:
    if left is None or right is None or left == right:
        return ""
    return "left" if left > right else "right"


def _verdict(one: CertificateDetails, other: CertificateDetails, newer: str) -> str:
    if one.facts.der == other.facts.der:
        return "identical"
    if not (one.key_id and other.key_id and one.facts.subject and other.facts.subject):
        return "unreadable"
    if one.facts.subject != other.facts.subject:
        return "different-subject"
    if one.key_id == other.key_id:
        return "renewed" if newer else "same-key"
    # Issuers of two-key certificates hand out one for signing and one for encryption under the same name.
    return "pair" if {one.facts.usage, other.facts.usage} == KINDS else "re-issued"


def _warnings(verdict: str, older: CertificateDetails) -> Iterator[str]:
    """What was encrypted to the old key opens with no other; a key that only signs leaves nothing to open."""
    if verdict == "re-issued" and older.facts.usage is not Usage.SIGN:
        yield "old-key-still-needed"


def _rows(one: CertificateDetails, other: CertificateDetails) -> Iterator[Row]:
    left, right = _fields(one), _fields(other)
    for field in dict.fromkeys([*left, *right]):
        yield Row(field, left.get(field, ""), right.get(field, ""))


def _fields(it: CertificateDetails) -> dict[str, str]:
    """Extensions go by their own names, behind the fields every certificate has."""
    facts = it.facts
    fields = {
        "subject": facts.subject or "",
        "issuer": facts.issuer or "",
        "serial": facts.serial or "",
        "not_before": _moment(facts.not_before),
        "not_after": _moment(facts.not_after),
        "usage": facts.usage.value,
        "public_key": it.public_key,
        "key_id": it.key_id,
        "signature_algorithm": it.signature_algorithm,
        "sha256": it.sha256,
    }
    for extension in it.extensions:
        fields.setdefault(extension.name, extension.text + (" (critical)" if extension.critical else ""))
    return fields


def _moment(at: datetime | None) -> str:
    return at.strftime(FORMAT) if at else ""
