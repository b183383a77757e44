"""keyUsage and basicConstraints, each on its own."""

from __future__ import annotations

import pytest

from tokenmgr.model.certificate import Usage
from tokenmgr.x509.der import SEQUENCE, Malformed, element, encoded, wrap
from tokenmgr.x509.usage import is_authority, stated_usage

TRUE = b"\x01\x01\xff"
FALSE = b"\x01\x01\x00"


def entry(oid: str, value: bytes, critical: bytes = b"") -> bytes:
    return wrap(SEQUENCE, wrap(0x06, encoded(oid)), critical, wrap(0x04, value))


def constraints(*parts: bytes) -> bytes:
    return entry("2.5.29.19", wrap(SEQUENCE, *parts), TRUE)


def uses(bits: bytes) -> bytes:
    return entry("2.5.29.15", wrap(0x03, bits))


def spread(*raw: bytes) -> tuple[bytes, list[tuple[int, int, int]]]:
    data = b"".join(raw)
    found = []
    at = 0
    while at < len(data):
        found.append(element(data, at, len(data)))
        at = found[-1][2]
    return data, found


@pytest.mark.parametrize(
    ("bits", "usage"),
    [
        (b"\x07\x80", Usage.SIGN),
        (b"\x06\x40", Usage.SIGN),
        (b"\x05\x20", Usage.ENCRYPT),
        (b"\x04\x10", Usage.ENCRYPT),
        (b"\x03\x08", Usage.ENCRYPT),
        (b"\x05\xa0", Usage.BOTH),
        (b"\x02\x04", Usage.CA),
        (b"\x02\x84", Usage.CA),
        (b"\x01\x02", Usage.UNKNOWN),
        (b"\x07\x00\x80", Usage.UNKNOWN),
        (b"\x00", Usage.UNKNOWN),
    ],
)
def test_uses(bits: bytes, usage: Usage) -> None:
    assert stated_usage(*spread(entry("1.2.3", b"x"), uses(bits))) is usage


def test_no_uses() -> None:
    assert stated_usage(*spread(constraints())) is None


@pytest.mark.parametrize(
    ("extension", "authority"),
    [
        (constraints(TRUE), True),
        (constraints(TRUE, b"\x02\x01\x00"), True),
        (constraints(FALSE), False),
        (constraints(b"\x02\x01\x00"), False),
        (constraints(), False),
        (uses(b"\x02\x04"), False),
    ],
)
def test_authority(extension: bytes, authority: bool) -> None:
    assert is_authority(*spread(extension)) is authority


def test_contradictions_and_nonsense_are_refused() -> None:
    with pytest.raises(Malformed):
        is_authority(*spread(constraints(TRUE), constraints()))
    with pytest.raises(Malformed):
        stated_usage(*spread(uses(b"")))
    with pytest.raises(Malformed):
        stated_usage(*spread(entry("2.5.29.15", b"\x04\x01\x80")))
