"""Just enough DER to walk a certificate nobody vouches for: bounded, without recursion, every length checked.

An element is `(tag, start, stop)`: offsets into the data it was found in, so nothing is copied while walking.
"""

from __future__ import annotations

from functools import lru_cache

Element = tuple[int, int, int]

BOOLEAN = 0x01
INTEGER = 0x02
BIT_STRING = 0x03
OCTET_STRING = 0x04
NULL = 0x05
OID = 0x06
SEQUENCE = 0x30
SET = 0x31

SHORT = 0x7F
HIGH_TAG = 0x1F
MORE = 0x80
#: A certificate longer than 4 GB is none.
LENGTH_OCTETS = 4
TAG_OCTETS = 4
#: Room above the tag's first octet, so that no high tag looks like a low one.
HIGH_TAG_SHIFT = 28
#: Longer ones are not identifiers but attacks on whoever multiplies them out.
OID_OCTETS = 64


class Malformed(ValueError):
    """The bytes are not what their place calls for."""


def header(data: bytes, at: int, end: int) -> tuple[int, int, int]:
    """Tag, start of the content and its announced length, which may lie beyond `end`."""
    try:
        tag, at = _tag(data, at)
        length = data[at]
        start = at + 1
        if length > SHORT:
            octets = length & SHORT
            if not 0 < octets <= LENGTH_OCTETS:
                raise Malformed("length without end, or beyond reason")
            start += octets
            length = int.from_bytes(data[at + 1 : start], "big")
    except IndexError:
        raise Malformed("cut short") from None
    if start > end:
        raise Malformed("cut short")
    return tag, start, length


def _tag(data: bytes, at: int) -> tuple[int, int]:
    tag = data[at]
    at += 1
    if tag & HIGH_TAG != HIGH_TAG:
        return tag, at
    number = 0
    for octet in data[at : at + TAG_OCTETS]:
        at += 1
        number = number << 7 | octet & SHORT
        if octet < MORE:
            return tag << HIGH_TAG_SHIFT | number, at
    raise Malformed("tag beyond reason")


def element(data: bytes, at: int, end: int) -> Element:
    """The element that begins at `at` and has to end before `end`."""
    if at + 2 <= end:
        tag = data[at]
        length = data[at + 1]
        start = at + 2
        # Nearly every element of a certificate takes this short way; it is what a long listing waits for.
        if length > SHORT or tag & HIGH_TAG == HIGH_TAG:
            tag, start, length = header(data, at, end)
        stop = start + length
        if stop <= end:
            return tag, start, stop
    raise Malformed("cut short")


def child(data: bytes, parent: Element, tag: int) -> Element:
    """The first element inside `parent`, which must have this tag."""
    found = element(data, parent[1], parent[2])
    return expect(found, tag)


def after(data: bytes, sibling: Element, parent: Element, tag: int) -> Element:
    """The element behind `sibling` inside `parent`, which must have this tag."""
    found = element(data, sibling[2], parent[2])
    return expect(found, tag)


def expect(found: Element, tag: int) -> Element:
    if found[0] != tag:
        raise Malformed("not the kind of element expected")
    return found


@lru_cache(maxsize=512)
def dotted(oid: bytes) -> str:
    """The content octets of an object identifier as 1.2.3."""
    if not 0 < len(oid) <= OID_OCTETS or oid[-1] >= MORE:
        raise Malformed("not an object identifier")
    arcs: list[int] = []
    arc = 0
    for octet in oid:
        arc = arc << 7 | octet & SHORT
        if octet < MORE:
            arcs.append(arc)
            arc = 0
    first = min(arcs[0] // 40, 2)
    return ".".join(map(str, [first, arcs[0] - 40 * first, *arcs[1:]]))


def encoded(text: str) -> bytes:
    """1.2.3 as the content octets of an object identifier."""
    first, second, *rest = map(int, text.split("."))
    octets = bytearray()
    for arc in (40 * first + second, *rest):
        octets += _base128(arc)
    return bytes(octets)


def _base128(arc: int) -> bytes:
    octets = [arc & SHORT]
    while arc := arc >> 7:
        octets.append(arc & SHORT | MORE)
    return bytes(reversed(octets))


def wrap(tag: int, *parts: bytes) -> bytes:
    """An element made of these parts."""
    content = b"".join(parts)
    length = len(content)
    if length <= SHORT:
        return bytes((tag, length)) + content
    octets = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((tag, MORE | len(octets))) + octets + content
