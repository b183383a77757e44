"""The entry that starts this program with the computer, made and taken away for real in a folder of the test's own."""

from __future__ import annotations

import stat
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions import autostart as actions
from tokenmgr.actions.autostart import Autostart
from tokenmgr.changes.record import Changes
from tokenmgr.model.change import RegistryEdit
from tokenmgr.system import autostart, registry

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems keep it elsewhere")


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    return Changes(tmp_path / "changes")


@pytest.fixture
def entry(changes: Changes) -> Autostart:
    return Autostart(lambda: changes)


def test_on_and_off_and_on_again(entry: Autostart, changes: Changes, config: Path) -> None:
    assert not entry.is_on()
    entry.turn_on()
    entry.turn_on()
    assert entry.is_on()
    assert [path.name for path in (config / "autostart").iterdir()] == ["tokenmgr.desktop"]
    assert stat.S_IMODE(autostart.place().stat().st_mode) == 0o644
    assert [change.kind for change in changes.standing()] == ["autostart"]
    entry.turn_off()
    entry.turn_off()
    assert not entry.is_on()
    assert not list((config / "autostart").iterdir())
    assert changes.standing() == []


def test_undone_from_the_list_of_changes(entry: Autostart, changes: Changes) -> None:
    entry.turn_on()
    changes.undo(changes.standing()[0].id)
    assert not entry.is_on()


def test_an_entry_that_nobody_recorded_goes_all_the_same(entry: Autostart, changes: Changes) -> None:
    place = autostart.place()
    place.parent.mkdir(parents=True)
    place.write_bytes(autostart.entry(["/old/tokenmgr", "--hidden"]))
    entry.turn_off()
    assert not place.exists()
    assert changes.standing() == []


def test_switched_off_by_the_desktop_and_on_again_here(entry: Autostart) -> None:
    entry.turn_on()
    place = autostart.place()
    place.write_bytes(place.read_bytes() + b"Hidden=true\n")
    assert not entry.is_on()
    entry.turn_on()
    assert entry.is_on()
    entry.turn_off()
    assert autostart.read() is None


def test_switched_off_by_gnome_and_on_again_here(entry: Autostart) -> None:
    entry.turn_on()
    place = autostart.place()
    place.write_bytes(place.read_bytes().replace(b"enabled=true", b"enabled=false"))
    assert not entry.is_on()
    entry.turn_on()
    assert entry.is_on()


def test_switched_off_by_windows_and_on_again_here(
    entry: Autostart, changes: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its registry is played."""
    kept: dict[tuple[str, str], str | None] = {}
    monkeypatch.setattr(registry, "read", lambda key, name: kept.get((key, name)))
    monkeypatch.setattr(registry, "write", lambda key, name, text: kept.update({(key, name): text}))
    monkeypatch.setattr(actions, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(autostart, "sys", SimpleNamespace(platform="win32", executable=sys.executable))
    run, note = (autostart.RUN_KEY, autostart.NAME), (autostart.APPROVED_KEY, autostart.NAME)
    off = registry.BYTES + "0300"
    entry.turn_on()
    kept[note] = off
    assert not entry.is_on()
    entry.turn_on()
    assert (entry.is_on(), kept[note]) == (True, None)
    newest = changes.standing()[0]
    assert newest.edits == (RegistryEdit(*note, off, None),)
    changes.undo(newest.id)
    assert (entry.is_on(), kept[note]) == (False, off)
    entry.turn_on()
    entry.turn_off()
    assert kept[run] is None
    assert changes.standing() == []


def test_an_entry_that_leads_nowhere_is_made_anew_and_comes_back(entry: Autostart, changes: Changes) -> None:
    place = autostart.place()
    place.parent.mkdir(parents=True)
    before = autostart.entry(["/gone/tokenmgr", "--hidden"])
    place.write_bytes(before)
    entry.turn_on()
    assert autostart.program(place.read_bytes()) == autostart.command()[0]
    changes.undo(changes.standing()[0].id)
    assert place.read_bytes() == before
