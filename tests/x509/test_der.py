"""Lengths that lie, tags without end, identifiers that grow."""

from __future__ import annotations

import pytest
from cryptography.hazmat._oid import ObjectIdentifier

from tokenmgr.x509.der import Malformed, after, child, dotted, element, encoded, expect, header, wrap


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\x04\x02ab", (4, 2, 4)),
        (b"\x04\x00", (4, 2, 2)),
        (b"\x04\x81\x02ab", (4, 3, 5)),
        (b"\x04\x82\x00\x02abrest", (4, 4, 6)),
    ],
)
def test_an_element(data: bytes, found: tuple[int, int, int]) -> None:
    assert element(data, 0, len(data)) == found


def test_a_high_tag_looks_like_no_low_one() -> None:
    tag, start, stop = element(b"\x1f\x81\x04\x01a", 0, 5)
    assert (start, stop) == (4, 5)
    assert tag > 0xFF


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x04",
        b"\x04\x01",
        b"\x04\x80ab\x00\x00",
        b"\x04\x85\x00\x00\x00\x00\x01a",
        b"\x04\x82\x00",
        b"\x04\x84\xff\xff\xff\xff",
        b"\x1f\xff\xff\xff\xff\x01\x00",
        b"\x1f",
        b"\x1f\x81",
    ],
)
def test_lies_are_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        element(data, 0, len(data))


def test_an_element_stays_inside_its_parent() -> None:
    with pytest.raises(Malformed):
        element(b"\x04\x04abcd", 0, 5)
    with pytest.raises(Malformed):
        header(b"\x04\x82\x00\x01a", 0, 3)


def test_family() -> None:
    data = wrap(0x30, wrap(0x02, b"\1"), wrap(0x04, b"x"))
    parent = element(data, 0, len(data))
    first = child(data, parent, 0x02)
    assert data[slice(*after(data, first, parent, 0x04)[1:])] == b"x"
    with pytest.raises(Malformed):
        expect(first, 0x04)


@pytest.mark.parametrize("oid", ["1.2.840.113549.1.1.1", "2.5.4.3", "2.999.1", "0.9.2342.19200300.100.1.25", "1.3.4"])
def test_identifiers_come_back(oid: str) -> None:
    assert dotted(encoded(oid)) == oid
    assert ObjectIdentifier(oid).dotted_string == oid


@pytest.mark.parametrize("octets", [b"", b"\x2a\x86", b"\x2a" * 65, b"\xff" * 200_000])
def test_identifiers_without_reason_are_refused(octets: bytes) -> None:
    with pytest.raises(Malformed):
        dotted(octets)


@pytest.mark.parametrize("size", [0, 1, 127, 128, 255, 256, 70_000])
def test_what_is_wrapped_is_found_again(size: int) -> None:
    data = wrap(0x04, b"x" * size)
    assert element(data, 0, len(data)) == (4, len(data) - size, len(data))
