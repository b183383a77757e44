"""The bytes of an MSI that come from the clock and from chance."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from installers.windows.summary import CODE, CREATED, SAVED, SUMMARY_FORMAT, NoSummary, settle

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = UUID(int=1), UUID(int=2)
MOMENT = 1_700_000_000
#: 14 November 2023, 22:13:20, as Windows counts.
WINDOWS_MOMENT = 133_444_736_000_000_000


def a_text(words: str) -> bytes:
    return struct.pack("<II", 30, len(words) + 1) + words.encode() + b"\0" * (4 - len(words) % 4)


def package(code: UUID, moment: int) -> bytes:
    values = {2: a_text("a title"), CODE: a_text(f"{{{code}}}".upper()), CREATED: b"", SAVED: b""}
    values |= dict.fromkeys((CREATED, SAVED), struct.pack("<IQ", 64, moment))
    at, entries, body = 8 + 8 * len(values), b"", b""
    for number, value in values.items():
        entries += struct.pack("<II", number, at + len(body))
        body += value
    section = struct.pack("<II", at + len(body), len(values)) + entries + body
    header = struct.pack("<HHI16sI", 0xFFFE, 0, 2, b"", 1) + SUMMARY_FORMAT + struct.pack("<I", 48)
    return b"whatever lies before" + header + section + b"and behind"


def test_code_and_moment_are_put_right(tmp_path: Path) -> None:
    path = tmp_path / "t.msi"
    path.write_bytes(package(OLD, 12345))
    settle(path, NEW, MOMENT)
    assert path.read_bytes() == package(NEW, WINDOWS_MOMENT)


@pytest.mark.parametrize("data", [b"", b"no summary", SUMMARY_FORMAT * 2])
def test_another_file_is_left_alone(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "t.msi"
    path.write_bytes(data)
    with pytest.raises(NoSummary):
        settle(path, NEW, MOMENT)
    assert path.read_bytes() == data
