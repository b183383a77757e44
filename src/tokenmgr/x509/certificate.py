"""A certificate from a token, read whatever state it is in.

Written by hand because importing `cryptography.x509` takes longer than listing a thousand certificates, and because it
reads a certificate whole or not at all: one odd byte in a name would hide the dates, an SM2 key the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tokenmgr.model.certificate import CertificateFacts, Usage
from tokenmgr.x509.anatomy import dissect, entries
from tokenmgr.x509.der import INTEGER, SEQUENCE, Malformed, element, expect
from tokenmgr.x509.distinguished import read_name
from tokenmgr.x509.fingerprint import fingerprint
from tokenmgr.x509.keykind import UNKNOWN, read_key, usage_by_kind
from tokenmgr.x509.moment import read_moment
from tokenmgr.x509.usage import is_authority, stated_usage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tokenmgr.x509.anatomy import Anatomy
    from tokenmgr.x509.der import Element
    from tokenmgr.x509.distinguished import Name

T = TypeVar("T")
NEGATIVE = 0x80


def read(der: bytes) -> CertificateFacts:
    """What can be read. Never raises, for any bytes."""
    return _Reading(dissect(der)).facts()


class _Reading:
    """Reads each field on its own and remembers which could not be read."""

    __slots__ = ("_data", "_parts", "_unread", "_walked")

    def __init__(self, anatomy: Anatomy) -> None:
        self._data, self._parts, self._walked = anatomy
        self._unread: list[str] = []

    def facts(self) -> CertificateFacts:
        subject = self._field("subject", "subject", read_name)
        issuer = self._field("issuer", "issuer", read_name)
        serial = self._field("serial", "serial", _serial)
        not_before = self._field("not_before", "validity", _not_before)
        not_after = self._field("not_after", "validity", _not_after)
        key = self._field("key", "spki", read_key) or UNKNOWN
        usage = self._usage(key)
        if "signature" not in self._parts:
            self._unread.append("signature")
        return CertificateFacts(
            der=self._data,
            sha256=fingerprint(self._data),
            subject=_text(subject),
            issuer=_text(issuer),
            serial=serial,
            not_before=not_before,
            not_after=not_after,
            usage=usage,
            key=key,
            is_ca=usage is Usage.CA,
            name=subject.called if subject else "",
            unread=tuple(self._unread),
        )

    def _field(self, name: str, part: str, reader: Callable[[bytes, Element], T]) -> T | None:
        try:
            return reader(self._data, self._parts[part])
        except (KeyError, ValueError):  # the part is missing, or not what it should be
            self._unread.append(name)
            return None

    def _usage(self, key: str) -> Usage:
        """A CA by either of its two marks, else what keyUsage says, else what such a key can do."""
        try:
            found = self._entries()
        except ValueError:
            self._unread += ("usage", "is_ca")
            return Usage.UNKNOWN
        try:
            if is_authority(self._data, found):
                return Usage.CA
        except ValueError:
            self._unread.append("is_ca")
        try:
            return stated_usage(self._data, found) or usage_by_kind(key)
        except ValueError:
            self._unread.append("usage")
            return Usage.UNKNOWN

    def _entries(self) -> list[Element]:
        part = self._parts.get("extensions")
        if part is not None:
            return entries(self._data, part)
        if self._walked:
            return []
        raise Malformed("nobody can say whether there are extensions")


def _text(name: Name | None) -> str | None:
    return name.text if name else None


def _serial(data: bytes, serial: Element) -> str:
    _, start, stop = expect(serial, INTEGER)
    digits = data[start:stop]
    if not digits:
        raise Malformed("a number without digits")
    if digits[0] >= NEGATIVE:
        return f"{int.from_bytes(digits, 'big', signed=True):x}"
    return digits.hex().lstrip("0") or "0"


def _not_before(data: bytes, validity: Element) -> datetime:
    return read_moment(data, element(data, expect(validity, SEQUENCE)[1], validity[2]))


def _not_after(data: bytes, validity: Element) -> datetime:
    first = element(data, expect(validity, SEQUENCE)[1], validity[2])
    return read_moment(data, element(data, first[2], validity[2]))
