"""Files: whole or not at all, and blamed by their path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tokenmgr.actions.files import as_pem, check_writable, ders_in, read_file, write_beside
from tokenmgr.model.errors import FileUnreadable


def test_there_and_back(tmp_path: Path) -> None:
    file = tmp_path / "名字 with blanks"
    write_beside(file, b"one")
    write_beside(file, b"two")
    assert read_file(file) == b"two"
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    write_beside(file, b"old")

    def full(_fd: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileUnreadable) as failed:
        write_beside(file, b"new")
    assert (failed.value.path, failed.value.reason) == (str(file), os.strerror(28))
    assert read_file(file) == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("path", ["absent", ".", "no/such/folder", "nul\0", "x" * 300])
def test_what_cannot_be_read_or_written_is_named(tmp_path: Path, path: str) -> None:
    file = tmp_path / path
    with pytest.raises(FileUnreadable) as failed:
        read_file(file)
    assert failed.value.path == str(file)
    if path != "absent":
        with pytest.raises(FileUnreadable) as failed:
            write_beside(file, b"")
        assert failed.value.path == str(file)
        with pytest.raises(FileUnreadable) as failed:
            check_writable(file)
        assert failed.value.path == str(file)


def test_a_file_without_end_is_not_read_to_it() -> None:
    with pytest.raises(FileUnreadable) as failed:
        read_file(Path("/dev/zero"), largest=1000)
    assert failed.value.reason == "too-large"


def test_asking_leaves_nothing_behind(tmp_path: Path) -> None:
    check_writable(tmp_path / "file")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "there").write_bytes(b"kept")
    check_writable(tmp_path / "there")
    assert (tmp_path / "there").read_bytes() == b"kept"


def test_text_clothes() -> None:
    der = bytes(range(256))
    pem = as_pem(der, "CERTIFICATE")
    assert max(map(len, pem.splitlines())) == 64
    assert ders_in(Path("f"), pem) == [der]
    assert ders_in(Path("f"), b"notes\n" + pem + b"\r\n" + pem) == [der, der]
    assert ders_in(Path("f"), der) == [der]


def test_torn_text_is_blamed_on_its_file() -> None:
    with pytest.raises(FileUnreadable) as failed:
        ders_in(Path("some.pem"), b"-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----")
    assert (failed.value.path, failed.value.reason) == ("some.pem", "pem")
