"""The frozen program's executables find one another, whichever of them asks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tokenmgr.cli import holding
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.system import autostart
from tokenmgr.system.programs import COMMAND_LINE, MODULE, NARROW, WINDOW, narrow_module, program


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "tokenmgr-cli"))
    for name in ("APPIMAGE", "APPDIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("name", [WINDOW, COMMAND_LINE, MODULE])
def test_side_by_side(frozen: Path, name: str) -> None:
    assert Path(program(name)).parent == frozen
    assert Path(program(name)).stem == name


def test_the_window_starts_with_the_computer_whoever_turns_it_on(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert autostart.command() == [program(WINDOW), "--hidden"]
    monkeypatch.setenv("APPIMAGE", "/srv/somebody/tokenmgr.AppImage")
    monkeypatch.setenv("APPDIR", "/run/an image of somebody else's")
    assert autostart.command() == [program(WINDOW), "--hidden"]
    monkeypatch.setenv("APPDIR", str(frozen))
    assert autostart.command() == ["/srv/somebody/tokenmgr.AppImage", "--hidden"]


def test_what_holds_a_token_is_a_command_line(frozen: Path) -> None:
    assert holding._this_program() == [program(COMMAND_LINE)]


def test_a_program_for_narrow_modules_where_it_was_given_one(frozen: Path) -> None:
    assert narrow_module() == ""
    (frozen / NARROW).mkdir()
    (frozen / NARROW / "tokenmgr-module").write_bytes(b"")
    assert narrow_module() == str(frozen / NARROW / "tokenmgr-module")
    assert child_command(narrow=True) == [narrow_module()]
    assert child_command() == [program(MODULE)]


def test_only_a_frozen_program_has_one() -> None:
    assert narrow_module() == ""
