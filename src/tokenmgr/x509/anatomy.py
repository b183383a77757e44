"""Where the parts of a certificate lie. A part behind the first broken one is missing; the rest stays readable."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from tokenmgr.x509.der import BIT_STRING, SEQUENCE, Element, Malformed, child, element, expect, header

VERSION = 0xA0
EXTENSIONS = 0xA3
IN_ORDER = ("serial", "algorithm", "issuer", "validity", "subject", "spki")


class Anatomy(NamedTuple):
    """Parts by name, as elements of `der`."""

    #: The certificate alone, without what a token pads it with; all bytes where it cannot be told apart.
    der: bytes
    parts: dict[str, Element]
    #: The body was walked to its end, so that a part not found is truly absent.
    walked: bool


def dissect(data: bytes) -> Anatomy:
    """Never raises: what is no certificate at all has no parts."""
    parts: dict[str, Element] = {}
    try:
        whole = _opened(data, 0, len(data))
        _walk(data, _opened(data, whole[1], whole[2]), parts)
    except Malformed:
        return Anatomy(data, parts, walked=False)
    with suppress(Malformed):
        parts["signature"] = _signature(data, whole)
    return Anatomy(data[: whole[2]], parts, walked=True)


def _opened(data: bytes, at: int, end: int) -> Element:
    """A sequence that may be cut short by the end of the data: its beginning is worth reading all the same."""
    tag, start, length = header(data, at, end)
    return expect((tag, start, min(start + length, end)), SEQUENCE)


def _walk(data: bytes, body: Element, parts: dict[str, Element]) -> None:
    _, at, end = body
    found = element(data, at, end)
    if found[0] == VERSION:
        parts["version"] = found
        at = found[2]
    for name in IN_ORDER:
        parts[name] = found = element(data, at, end)
        at = found[2]
    while at < end:
        found = element(data, at, end)
        if found[0] == EXTENSIONS:
            parts["extensions"] = found
        at = found[2]


def _signature(data: bytes, whole: Element) -> Element:
    body = element(data, whole[1], whole[2])
    algorithm = expect(element(data, body[2], whole[2]), SEQUENCE)
    return expect(element(data, algorithm[2], whole[2]), BIT_STRING)


def entries(data: bytes, extensions: Element) -> list[Element]:
    """The single extensions; Malformed where they cannot be told apart."""
    _, at, end = child(data, extensions, SEQUENCE)
    found = []
    while at < end:
        entry = expect(element(data, at, end), SEQUENCE)
        found.append(entry)
        at = entry[2]
    return found
