"""The entry that starts this program with the computer, made for real in a folder of the test's own."""

from __future__ import annotations

import plistlib
import shlex
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tokenmgr.system import autostart

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems keep it elsewhere")


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


def entry(path: Path) -> dict[str, str]:
    parser = ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, "utf-8")
    return dict(parser["Desktop Entry"])


@linux
def test_on_and_off_and_on_again(config: Path) -> None:
    assert not autostart.is_on()
    autostart.turn_on()
    autostart.turn_on()
    assert autostart.is_on()
    assert [path.name for path in (config / "autostart").iterdir()] == ["tokenmgr.desktop"]
    autostart.turn_off()
    autostart.turn_off()
    assert not autostart.is_on()
    assert not list((config / "autostart").iterdir())


@linux
def test_the_entry_is_one_that_desktops_read(config: Path) -> None:
    autostart.turn_on(["/opt/my programs/tokenmgr", "--hidden"])
    found = entry(config / "autostart" / "tokenmgr.desktop")
    assert found["Type"] == "Application"
    assert shlex.split(found["Exec"]) == ["/opt/my programs/tokenmgr", "--hidden"]


@linux
def test_a_strange_path_is_still_one_word(config: Path) -> None:
    strange = '/opt/a "b" $HOME `id` 100% \\x/tokenmgr'
    autostart.turn_on([strange, "--hidden"])
    line = entry(config / "autostart" / "tokenmgr.desktop")["Exec"]
    assert "100%%" in line
    once = line.replace("\\\\", "\\").replace("%%", "%")  # what a text of such a file means
    inside, rest = once[1:].rsplit('" "', 1)
    assert rest == '--hidden"'
    plain = ""
    letters = iter(inside)
    for letter in letters:
        plain += next(letters) if letter == "\\" else letter
    assert plain == strange


@linux
def test_switched_off_by_the_desktop_is_off(config: Path) -> None:
    autostart.turn_on()
    path = autostart.place()
    path.write_text(path.read_text("utf-8") + "Hidden=true\n", "utf-8")
    assert not autostart.is_on()
    autostart.turn_on()
    assert autostart.is_on()


def test_the_command_starts_hidden() -> None:
    command = autostart.command()
    assert command[-1] == "--hidden"
    assert Path(command[0]).is_absolute()


@linux
def test_a_relative_config_folder_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "somewhere")
    assert autostart.place() == Path.home() / ".config" / "autostart" / "tokenmgr.desktop"


def test_what_macos_is_given() -> None:
    found = plistlib.loads(autostart._plist(["/Applications/tokenmgr.app/tokenmgr", "--hidden"]))
    assert found["ProgramArguments"] == ["/Applications/tokenmgr.app/tokenmgr", "--hidden"]
    assert found["RunAtLoad"] is True
