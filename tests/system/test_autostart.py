"""The entry that starts this program with the computer, made for real in a folder of the test's own."""

from __future__ import annotations

import plistlib
import shlex
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from tokenmgr.system import autostart, registry

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


def write(parts: list[str]) -> Path:
    path = autostart.place()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(autostart.entry(parts))
    return path


@linux
def test_the_entry_is_one_that_desktops_read() -> None:
    found = entry(write(["/opt/my programs/tokenmgr", "--hidden"]))
    assert found["Type"] == "Application"
    assert shlex.split(found["Exec"]) == ["/opt/my programs/tokenmgr", "--hidden"]
    assert found["TryExec"] == "/opt/my programs/tokenmgr"


@linux
@pytest.mark.parametrize("strange", ['/opt/a "b" $HOME `id` 100% \\x/tokenmgr', "/opt/plain/tokenmgr", "/opt/程序/x"])
def test_a_strange_path_is_still_one_word(strange: str) -> None:
    found = entry(write([strange, "--hidden"]))
    assert found["TryExec"].replace("\\\\", "\\") == strange
    line = found["Exec"]
    once = line.replace("\\\\", "\\").replace("%%", "%")  # what a text of such a file means
    inside, rest = once[1:].rsplit('" "', 1)
    assert rest == '--hidden"'
    plain = ""
    letters = iter(inside)
    for letter in letters:
        plain += next(letters) if letter == "\\" else letter
    assert plain == strange
    assert autostart.program(autostart.entry([strange, "--hidden"])) == strange


@linux
def test_the_program_of_an_entry_by_another_hand() -> None:
    assert autostart.program(b"[Desktop Entry]\nExec=/usr/bin/tokenmgr --hidden\n") == "/usr/bin/tokenmgr"
    assert autostart.program(b"nothing of the kind") == ""


@linux
@pytest.mark.parametrize(
    ("more", "on"),
    [
        ("", True),
        ("Hidden=true\n", False),
        ("Hidden = true\n", False),
        ("Hidden=true\r\n", False),
        ("X-GNOME-Autostart-enabled=false\n", False),
        ("X-GNOME-Autostart-enabled =  false \n", False),
        ("Hidden=false\n", True),
        ("#Hidden=true\n", True),
        ("[Desktop Action x]\nHidden=true\n", True),
    ],
)
def test_switched_off_by_the_desktop_is_off(more: str, on: bool) -> None:
    assert not autostart.is_on()
    path = write(["/x"])
    assert autostart.is_on()
    path.write_bytes(path.read_bytes() + more.encode())
    assert autostart.is_on() is on


@pytest.mark.parametrize(
    ("note", "off"),
    [
        (None, False),
        ("020000000000000000000000", False),
        ("06", False),
        ("03000000d40d438dc83bd901", True),
        ("", False),
    ],
)
def test_the_note_by_which_windows_passes_an_entry_over(
    note: str | None, off: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = None if note is None else registry.BYTES + note
    kept = {(autostart.RUN_KEY, autostart.NAME): "x", (autostart.APPROVED_KEY, autostart.NAME): held}
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(registry, "read", lambda key, name: kept[key, name])
    assert autostart.is_on() is not off
    assert autostart.switched_off() == (held if off else None)


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
