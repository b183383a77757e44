"""A mail is begun with whatever the system has for it, and the file is given by its path."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tokenmgr.system import mail
from tokenmgr.system.mail import begin_mail

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such program")


def program(path: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In place of xdg-email."""
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    monkeypatch.setattr(mail, "found", lambda _name: str(path))
    return path


def test_what_the_mail_program_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "xdg-email", f'for each; do echo "$each"; done > {tmp_path}/said', monkeypatch)
    assert begin_mail("help@example.org", "主题 & x", "a\nb", tmp_path / "报告 1.txt")
    said = (tmp_path / "said").read_text("utf-8").splitlines()
    assert said == [
        "--utf8", "--subject", "主题 & x", "--body", "a", "b", "--attach", str(tmp_path / "报告 1.txt"),
        "help@example.org",
    ]  # fmt: skip


def test_where_it_fails_nobody_says_that_it_was_attached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "xdg-email", "exit 4", monkeypatch)
    assert not begin_mail("", "s", "b", tmp_path / "r.txt")
    monkeypatch.setattr(mail, "found", lambda _name: "")
    assert not begin_mail("", "s", "b", tmp_path / "r.txt")
    monkeypatch.setattr(mail, "found", lambda _name: str(tmp_path / "gone"))
    assert not begin_mail("", "s", "b", tmp_path / "r.txt")
