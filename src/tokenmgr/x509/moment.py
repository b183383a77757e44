"""The two ways a certificate writes a time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tokenmgr.x509.der import Malformed

if TYPE_CHECKING:
    from tokenmgr.x509.der import Element

UTC_TIME = 0x17
GENERALIZED_TIME = 0x18
#: YYMMDDhhmmssZ; two digits of the year from 50 on are of the last century.
UTC_TIME_OCTETS = 13
GENERALIZED_TIME_OCTETS = 15
CENTURY_TURNS = b"50"


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
