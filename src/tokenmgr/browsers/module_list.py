"""NSS' list of modules, pkcs11.txt: read, and with one entry more or less. Every other byte stays as it is.

Entries are lines `key=value`, with a blank line after each entry. A value is taken as it stands: NSS 3.87 and what
Firefox 140 and Chromium 150 bring along read back blanks, backslashes, quotes and Chinese characters unchanged, but
for a quote in first place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: The entry of NSS itself, word for word what Firefox writes into a profile that has no list yet.
INTERNAL = (
    "library=\n"
    "name=NSS Internal PKCS #11 Module\n"
    "parameters=configdir='sql:{folder}' certPrefix='' keyPrefix='' secmod='secmod.db' flags=optimizeSpace "
    "updatedir='' updateCertPrefix='' updateKeyPrefix='' updateid='' updateTokenDescription='' \n"
    "NSS=Flags=internal,critical trustOrder=75 cipherOrder=100 slotParams=(1={{slotFlags=[ECC,RSA,DSA,DH,RC2,RC4,DES,"
    "RANDOM,SHA1,MD5,MD2,SSL,TLS,AES,Camellia,SEED,SHA256,SHA512] askpw=any timeout=30}})\n"
    "\n"
)


class Entry(NamedTuple):
    """A module by its name and its file. NSS' own has no file."""

    name: str
    library: str


class Block(NamedTuple):
    """Where in the list an entry stands."""

    start: int
    end: int
    entry: Entry


def entries(data: bytes) -> list[Entry]:
    """The modules that somebody added, in their order."""
    return [block.entry for block in _blocks(data) if block.entry.library]


def names(data: bytes) -> list[str]:
    """Every name that is taken, NSS' own too."""
    return [block.entry.name for block in _blocks(data)]


def new(folder: Path) -> bytes:
    """The list of a profile that has none yet."""
    escaped = str(folder).replace("\\", "\\\\").replace("'", "\\'")
    return INTERNAL.format(folder=escaped).encode(errors="surrogateescape")


def added(data: bytes, entry: Entry) -> bytes:
    """With this entry at the end, written as modutil writes it."""
    line = b"\r\n" if b"\r\n" in data else b"\n"
    lines = [f"library={entry.library}", f"name={entry.name}", "", ""]
    return data + _ending(data, line) + line.join(text.encode(errors="surrogateescape") for text in lines)


def _ending(data: bytes, line: bytes) -> bytes:
    """What closes the entry before: NSS does not read a last line without an end."""
    if not data.endswith(b"\n"):
        return line * 2 if data else b""
    return line if _lines(data)[-1].strip() else b""


def without(data: bytes, entry: Entry) -> bytes:
    """Without this entry, wherever it stands."""
    kept, here = b"", 0
    for block in _blocks(data):
        if block.entry == entry:
            kept += data[here : block.start]
            here = block.end
    return kept + data[here:]


def _blocks(data: bytes) -> Iterator[Block]:
    start = end = 0
    for line in _lines(data):
        end += len(line)
        if line.strip():
            continue
        yield from _block(data, start, end)
        start = end
    yield from _block(data, start, end)


def _block(data: bytes, start: int, end: int) -> Iterator[Block]:
    found: dict[str, str] = {}
    for line in _lines(data[start:end]):
        key, equals, value = line.decode(errors="surrogateescape").rstrip("\r\n").partition("=")
        if equals:
            found[key.strip().lower()] = _unquoted(value)
    if "name" in found or "library" in found:
        yield Block(start, end, Entry(found.get("name", ""), found.get("library", "")))


def _lines(data: bytes) -> list[bytes]:
    """With their ends. A carriage return by itself ends none."""
    return re.findall(rb"[^\n]*\n|[^\n]+", data)


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value
