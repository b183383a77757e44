"""Names of subjects and issuers as RFC 4514 strings, letter for letter as `cryptography` writes them.

Where `cryptography` refuses a value (an odd BMPString, broken UTF-8), the value is shown as RFC 4514 shows what has no
string form: `#` and its encoding in hex. Nothing is lost and nothing is invented.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.x509.der import BIT_STRING, OID, SEQUENCE, SET, child, dotted, element, expect

if TYPE_CHECKING:
    from tokenmgr.x509.der import Element

COMMON_NAME = b"\x55\x04\x03"
ORGANISATION = b"\x55\x04\x0a"

LABELS = {
    COMMON_NAME: "CN",
    b"\x55\x04\x07": "L",
    b"\x55\x04\x08": "ST",
    ORGANISATION: "O",
    b"\x55\x04\x0b": "OU",
    b"\x55\x04\x06": "C",
    b"\x55\x04\x09": "STREET",
    b"\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x19": "DC",
    b"\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x01": "UID",
}

T61_STRING = 20
CODECS = {
    4: "utf-8",
    12: "utf-8",
    18: "utf-8",
    19: "utf-8",
    T61_STRING: "utf-8",
    22: "utf-8",
    23: "utf-8",
    24: "utf-8",
    26: "utf-8",
    28: "utf-32-be",
    30: "utf-16-be",
}

ESCAPES = str.maketrans({character: f"\\{character}" for character in '\\"+,;<>'} | {"\0": "\\00"})
#: Longer ones do not repeat and would only fill the memory.
CACHED_OCTETS = 256


class Name(NamedTuple):
    """A name as one string, and what people call its bearer."""

    text: str
    called: str


def read_name(data: bytes, name: Element) -> Name:
    """The whole name; Malformed where its structure is broken."""
    _, at, end = expect(name, SEQUENCE)
    texts = []
    called = organisation = ""
    while at < end:
        stop = element(data, at, end)[2]
        raw = data[at:stop]
        text, pairs = (_cached if stop - at <= CACHED_OCTETS else _relative)(raw)
        texts.append(text)
        for oid, value in pairs:
            if oid == COMMON_NAME:
                called = value or called
            elif oid == ORGANISATION:
                organisation = value or organisation
        at = stop
    texts.reverse()
    text = ",".join(texts)
    return Name(text, called or organisation or text)


def _relative(raw: bytes) -> tuple[str, tuple[tuple[bytes, str], ...]]:
    """One relative name: its RFC 4514 string, and its values by object identifier."""
    _, at, end = expect(element(raw, 0, len(raw)), SET)
    texts = []
    pairs = []
    while at < end:
        pair = expect(element(raw, at, end), SEQUENCE)
        kind = child(raw, pair, OID)
        oid = raw[kind[1] : kind[2]]
        value, written = _value(raw, element(raw, kind[2], pair[2]), kind[2])
        texts.append(f"{LABELS.get(oid) or dotted(oid)}={written}")
        pairs.append((oid, value))
        at = pair[2]
    return "+".join(texts), tuple(pairs)


def _value(raw: bytes, value: Element, begin: int) -> tuple[str, str]:
    """The value whose encoding begins at `begin`, as it is and as it is written inside a name."""
    text = plain(raw, value)
    if text is not None:
        return text, escaped(text)
    # `cryptography` shows a bit string without its header; the standard and everything else is with it.
    octets = raw[value[1] if value[0] == BIT_STRING else begin : value[2]]
    shown = f"#{octets.hex()}" if octets else ""
    return shown, shown


#: The names of one listing share most of their parts: country, organisation, issuer.
_cached = lru_cache(maxsize=1024)(_relative)


def plain(data: bytes, value: Element) -> str | None:
    """The text of a string of any kind; None where it is no string or does not decode."""
    tag, start, stop = value
    raw = data[start:stop]
    try:
        return raw.decode(CODECS[tag])
    except KeyError:
        return None
    except UnicodeDecodeError:
        # Everybody who writes T61String means Latin-1, and everybody reads it so.
        return raw.decode("latin-1") if tag == T61_STRING else None


def escaped(value: str) -> str:
    """As RFC 4514 section 2.4 wants it inside a name."""
    if not value:
        return ""
    text = value.translate(ESCAPES)
    if text[0] == "#" or (text[0] == " " and len(text) > 1):
        text = "\\" + text
    return text[:-1] + "\\ " if text[-1] == " " else text
