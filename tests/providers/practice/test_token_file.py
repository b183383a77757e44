"""A state file is whole, or it is refused."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.providers.practice.known import HK
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.providers.practice import token_file
from tokenmgr.providers.practice.token_file import read_state, write_state

if TYPE_CHECKING:
    from pathlib import Path

STEPS = 200


def test_what_was_written_is_read(folder: Path) -> None:
    place = folder / HK.serial
    state = read_state(place)._replace(label="名稱")
    write_state(place, state)
    assert read_state(place) == state


def test_a_flipped_bit_anywhere_is_noticed(folder: Path) -> None:
    path = folder / HK.serial / "state"
    sound = path.read_bytes()
    for at in range(0, len(sound), max(1, len(sound) // STEPS)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        with pytest.raises(FileUnreadable):
            read_state(path.parent)


def test_a_file_cut_short_anywhere_is_noticed(folder: Path) -> None:
    path = folder / HK.serial / "state"
    sound = path.read_bytes()
    for size in range(0, len(sound), max(1, len(sound) // STEPS)):
        path.write_bytes(sound[:size])
        with pytest.raises(FileUnreadable):
            read_state(path.parent)


@pytest.mark.parametrize("content", [b"{}", b"[]", b"null", b"no json", b'{"format":1}'])
def test_content_of_another_kind_is_refused_even_with_a_checksum(folder: Path, content: bytes) -> None:
    path = folder / HK.serial / "state"
    path.write_bytes(token_file._checksum(content) + b"\n" + content)
    with pytest.raises(FileUnreadable):
        read_state(path.parent)


def test_a_missing_file_is_named(folder: Path) -> None:
    path = folder / HK.serial / "state"
    path.unlink()
    with pytest.raises(FileUnreadable) as caught:
        read_state(path.parent)
    assert caught.value.path == str(path)


def test_a_failing_disk_leaves_the_old_state(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = folder / HK.serial
    before = read_state(place)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_state(place, before._replace(label="new"))
    assert read_state(place) == before


def test_the_content_is_durable_before_the_rename_and_the_rename_after(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder / HK.serial
    seen: list[str] = []
    fsync = os.fsync

    def watched(descriptor: int) -> None:
        seen.append(read_state(place).label)
        fsync(descriptor)

    state = read_state(place)._replace(label="new")
    monkeypatch.setattr(os, "fsync", watched)
    write_state(place, state)
    assert seen == ["e-Cert Token (practice)", "new"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_nobody_else_may_read_it(folder: Path) -> None:
    write_state(folder / HK.serial, read_state(folder / HK.serial))
    assert (folder / HK.serial / "state").stat().st_mode & 0o077 == 0
