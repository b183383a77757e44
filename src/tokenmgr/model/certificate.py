"""A certificate as read from a token: every field may be missing, none may lie."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tokenmgr.model.token import TokenId


class Usage(Enum):
    """What the certificate is for, as its keyUsage says."""

    SIGN = "sign"
    ENCRYPT = "encrypt"
    BOTH = "both"
    CA = "ca"
    UNKNOWN = "unknown"


class CertificateFacts(NamedTuple):
    """What can be read from the DER; None marks a field that could not be."""

    der: bytes
    sha256: str
    subject: str | None = None
    issuer: str | None = None
    serial: str | None = None
    not_before: datetime | None = None
    not_after: datetime | None = None
    usage: Usage = Usage.UNKNOWN
    key: str = "unknown"
    is_ca: bool = False
    #: The subject's common name, what people call the certificate.
    name: str = ""
    #: Names of the fields that could not be read.
    unread: tuple[str, ...] = ()


class Certificate(NamedTuple):
    """A certificate in its place: on which token, under which id."""

    token: TokenId
    id: bytes
    label: str
    facts: CertificateFacts
    has_private_key: bool = False

    def days_left(self, now: datetime | None = None) -> int | None:
        """Whole days until the end; negative after it; None where the end cannot be read."""
        if self.facts.not_after is None:
            return None
        return (self.facts.not_after - (now or datetime.now(UTC))).days
