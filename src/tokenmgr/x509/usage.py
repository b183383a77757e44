"""What a certificate is for, from its keyUsage and basicConstraints extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.certificate import Usage
from tokenmgr.x509.der import BIT_STRING, BOOLEAN, OCTET_STRING, OID, SEQUENCE, Malformed, child, element, expect

if TYPE_CHECKING:
    from tokenmgr.x509.der import Element

KEY_USAGE = b"\x06\x03\x55\x1d\x0f"
BASIC_CONSTRAINTS = b"\x06\x03\x55\x1d\x13"

#: The bits of keyUsage's first octet.
SIGNS = 0x80 | 0x40
ENCRYPTS = 0x20 | 0x10 | 0x08
SIGNS_CERTIFICATES = 0x04


def value_of(data: bytes, entry: Element) -> Element:
    """The OCTET STRING of an extension, behind its identifier and its optional criticality."""
    found = element(data, child(data, entry, OID)[2], entry[2])
    if found[0] == BOOLEAN:
        found = element(data, found[2], entry[2])
    return expect(found, OCTET_STRING)


def find(data: bytes, entries: list[Element], oid: bytes) -> Element | None:
    """The value of the one extension with this identifier; two of a kind contradict each other."""
    found = [entry for entry in entries if data.startswith(oid, entry[1], entry[2])]
    if len(found) > 1:
        raise Malformed("an extension given twice")
    return value_of(data, found[0]) if found else None


def is_authority(data: bytes, entries: list[Element]) -> bool:
    """Whether basicConstraints calls the subject a CA."""
    value = find(data, entries, BASIC_CONSTRAINTS)
    if value is None:
        return False
    sequence = child(data, value, SEQUENCE)
    if sequence[1] == sequence[2]:
        return False
    tag, start, stop = element(data, sequence[1], sequence[2])
    return tag == BOOLEAN and any(data[start:stop])


def stated_usage(data: bytes, entries: list[Element]) -> Usage | None:
    """What keyUsage allows; None without the extension."""
    value = find(data, entries, KEY_USAGE)
    if value is None:
        return None
    _, start, stop = child(data, value, BIT_STRING)
    if start == stop:
        raise Malformed("a bit string without its first octet")
    return _by_bits(data[start + 1] if stop - start > 1 else 0)


def _by_bits(bits: int) -> Usage:
    if bits & SIGNS_CERTIFICATES:
        return Usage.CA
    if bits & SIGNS:
        return Usage.BOTH if bits & ENCRYPTS else Usage.SIGN
    return Usage.ENCRYPT if bits & ENCRYPTS else Usage.UNKNOWN
