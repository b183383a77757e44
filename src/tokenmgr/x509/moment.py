"""The two ways a certificate writes a time, and that time on a clock of this place."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from tokenmgr.x509.der import Malformed

if TYPE_CHECKING:
    from datetime import tzinfo

    from tokenmgr.x509.der import Element

UTC_TIME = 0x17
GENERALIZED_TIME = 0x18
#: YYMMDDhhmmssZ; two digits of the year from 50 on are of the last century.
UTC_TIME_OCTETS = 13
GENERALIZED_TIME_OCTETS = 15
CENTURY_TURNS = b"50"
#: RFC 5280 has a certificate without an end say the last second of this day; no calendar goes further.
LAST_DAY = date.max


def read_moment(data: bytes, time: Element) -> datetime:
    """An aware moment; anything but the two exact forms of RFC 5280 is refused, because a guess could lie by hours."""
    tag, start, stop = time
    raw = data[start:stop]
    if tag == UTC_TIME and len(raw) == UTC_TIME_OCTETS:
        raw = (b"19" if raw >= CENTURY_TURNS else b"20") + raw
    elif tag != GENERALIZED_TIME or len(raw) != GENERALIZED_TIME_OCTETS:
        raise Malformed("neither form of a time")
    digits = raw[:-1]
    if raw[-1:] != b"Z" or not digits.isdigit():
        raise Malformed("not a time in UTC")
    text = digits.decode()
    return datetime.fromisoformat(f"{text[:8]}T{text[8:]}Z")


def endless(moment: datetime) -> bool:
    """Whether it means that there is no end."""
    return moment.date() == LAST_DAY


def local(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """At this place, or in a zone; as it is where the calendar has no such day there, or the system no such clock."""
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return moment
