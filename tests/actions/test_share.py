"""Handing on a certificate: harmless names, and nobody's file overwritten unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.x509.issued import issue
from tokenmgr.actions import share
from tokenmgr.actions.share import file_name, pem_text, save
from tokenmgr.model.certificate import CertificateFacts
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.x509.certificate import read

FACTS = read(issue("CN=陳大文,C=HK", "CN=Issuer"))


def named(name: str) -> str:
    return file_name(CertificateFacts(b"", "0123456789abcdef", name=name), "der")


def test_text() -> None:
    assert pem_text(FACTS).startswith("-----BEGIN CERTIFICATE-----\n")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("陳大文", "陳大文.cer"),
        ("Chan Tai Man (HK)", "Chan Tai Man (HK).cer"),
        ("../../etc/passwd", "etc passwd.cer"),
        ("..\\..\\x", "x.cer"),
        ("/", "certificate 01234567.cer"),
        ("", "certificate 01234567.cer"),
        ("...", "certificate 01234567.cer"),
        ("NUL", "certificate 01234567.cer"),
        ("com1.txt", "certificate 01234567.cer"),
        ("-rf", "rf.cer"),
        ("a\0b\nc", "a u0000b u000ac.cer"),
        ("exe.\u202efdp", "exe. u202efdp.cer"),
        ("e\u0301", "é.cer"),
        ("$(reboot)`x`", "(reboot) x.cer"),
        ("\ud800", "ud800.cer"),
    ],
)
def test_names(name: str, expected: str) -> None:
    assert named(name) == expected


def test_long_names_are_cut_between_characters(tmp_path: Path) -> None:
    name = named("陳" * 100_000)
    assert len(name.encode()) <= 130
    assert save(FACTS, tmp_path / name, "der").outcome == "written"


def test_written_whole(tmp_path: Path) -> None:
    path = tmp_path / file_name(FACTS, "pem")
    assert path.name == "陳大文.pem"
    assert save(FACTS, path, "pem").outcome == "written"
    assert path.read_text() == pem_text(FACTS)
    assert save(FACTS, path, "pem").outcome == "same"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "mine.cer"
    path.write_text("mine")
    said = save(FACTS, path, "der")
    assert (said.outcome, said.done, path.read_text()) == ("exists", False, "mine")
    assert save(FACTS, path, "der", replace=True).outcome == "replaced"
    assert path.read_bytes() == FACTS.der
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_that_leads_nowhere_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "link.cer").symlink_to(tmp_path / "elsewhere")
    assert save(FACTS, tmp_path / "link.cer", "der").outcome == "exists"
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_one_that_comes_meanwhile_stays(links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.cer"
    real = share._put

    def late(beside: Path, target: Path) -> None:
        target.write_text("mine")
        real(beside, target)

    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(share, "_put", late)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert save(FACTS, path, "der").outcome == "exists"
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_without_links_it_is_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert save(FACTS, tmp_path / "a.cer", "der").outcome == "written"
    assert (tmp_path / "a.cer").read_bytes() == FACTS.der


def test_a_full_stick_keeps_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileUnreadable, match=os.strerror(errno.ENOSPC)):
        save(FACTS, tmp_path / "a.cer", "der")
    assert list(tmp_path.iterdir()) == []


def test_nowhere_to_write(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        save(FACTS, tmp_path / "missing" / "a.cer", "der")
    with pytest.raises(FileUnreadable):
        save(FACTS, tmp_path / "a\0.cer", "der")
