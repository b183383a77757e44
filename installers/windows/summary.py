"""The few bytes of an MSI that come from the clock and from chance, put right in place.

An MSI's summary is a property set: a format's id, then for each property its number and where its value lies.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

SUMMARY_FORMAT = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
CODE, CREATED, SAVED = 9, 12, 13
A_TEXT, A_MOMENT = 30, 64
#: Windows counts tenths of microseconds since 1601.
SECONDS_TO_1970 = 11_644_473_600
TENTHS = 10_000_000


class NoSummary(Exception):
    """Not the file that wixl makes."""


def settle(path: Path, code: UUID, moment: int) -> None:
    """Give the package its code and its moment. A package with other contents must have another code."""
    data = bytearray(path.read_bytes())
    start = _start(data)
    written = "{" + str(code).upper() + "}"
    for number, at in _properties(data, start):
        (kind,) = struct.unpack_from("<I", data, at)
        if number == CODE and kind == A_TEXT:
            data[at + 8 : at + 8 + len(written)] = written.encode("ascii")
        elif number in (CREATED, SAVED) and kind == A_MOMENT:
            struct.pack_into("<Q", data, at + 4, (moment + SECONDS_TO_1970) * TENTHS)
    path.write_bytes(data)


def _start(data: bytearray) -> int:
    found = data.find(SUMMARY_FORMAT)
    if found < 0 or data.find(SUMMARY_FORMAT, found + 1) >= 0:
        raise NoSummary("no summary, or more than one")
    (offset,) = struct.unpack_from("<I", data, found + len(SUMMARY_FORMAT))
    header = found - 28  # what stands before the format's id in every property set
    return header + int(offset)


def _properties(data: bytearray, start: int) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from("<I", data, start + 4)
    pairs = [struct.unpack_from("<II", data, start + 8 + 8 * number) for number in range(count)]
    return [(number, start + offset) for number, offset in pairs]
