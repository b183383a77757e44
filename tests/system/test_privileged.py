"""Only the system's own programs, with nothing of the caller's surroundings, and every refusal with its words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tokenmgr.system import privileged
from tokenmgr.system.privileged import answers_yes, as_root, found

if TYPE_CHECKING:
    from pathlib import Path

root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="these are about root")


def test_what_stands_in_the_users_path_is_not_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = tmp_path / "planted-program"
    planted.write_text("#!/bin/sh\n")
    planted.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert found("planted-program") == ""
    assert found("sh")
    with pytest.raises(FileNotFoundError) as caught:
        as_root(("planted-program",))
    assert "not installed" in str(caught.value.strerror)


@root
def test_what_it_is_given_and_what_surrounds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_PRELOAD_OF_SOMEBODY", "x")
    as_root(("sh", "-c", 'cat > "$1"; env >> "$1"', "sh", str(tmp_path / "out")), b"given\n")
    said = (tmp_path / "out").read_text()
    assert said.startswith("given\n")
    assert "SOMEBODY" not in said
    assert f"PATH={privileged.WHERE}" in said


@root
def test_what_fails_says_why() -> None:
    with pytest.raises(OSError, match="no such luck") as caught:
        as_root(("sh", "-c", "echo no such luck; exit 3"))
    assert caught.value.errno == 3
    with pytest.raises(OSError, match="false ended with 1"):
        as_root(("false",))


def test_a_look_needs_no_right() -> None:
    assert answers_yes(("true",))
    assert not answers_yes(("false",))
    assert not answers_yes(("no-such-program-anywhere",))


def test_who_is_not_root_is_asked_by_the_system_or_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(privileged, "found", lambda name: f"/usr/bin/{name}")
    assert privileged._command(("service", "pcscd", "start"))[0] == "/usr/bin/pkexec"
    monkeypatch.setattr(privileged, "found", lambda name: "" if name == "pkexec" else f"/usr/bin/{name}")
    with pytest.raises(PermissionError) as caught:
        as_root(("service", "pcscd", "start"))
    assert caught.value.strerror == "sudo service pcscd start"
