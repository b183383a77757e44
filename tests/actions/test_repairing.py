"""From a finding to a repair and back, on files of the test's own."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.actions.checks.test_usb import RESOURCES
from tokenmgr.actions.checks.finding import REPAIRS, Finding
from tokenmgr.actions.doctor import Surroundings, check_of, checks
from tokenmgr.actions.repairing import PLANS, fix, offered, plan
from tokenmgr.actions.undoing import undo
from tokenmgr.changes.record import Changes
from tokenmgr.model.computer_errors import RepairUnknown
from tokenmgr.system.reader_look import ReaderLook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    made = tmp_path / "home"
    made.mkdir(mode=0o700)
    (made / "settings.json").write_text("{}")
    (made / "settings.json").chmod(0o600)
    return made


@pytest.fixture
def around(home: Path, tmp_path: Path) -> Surroundings:
    return Surroundings(
        modules=list,
        tokens=list,
        begun=list,
        built=datetime(2026, 11, 1, tzinfo=UTC),
        home=home,
        resources=RESOURCES,
        readers=lambda: ReaderLook("not-running"),
        devices=list,
        keyring=lambda: "",
        root=tmp_path,
        linux=True,
    )


def test_found_mended_and_taken_back(around: Surroundings, home: Path, tmp_path: Path) -> None:
    (home / "settings.json").chmod(0o666)
    home.chmod(0o755)
    changes = Changes(tmp_path / "changes")
    finding = offered("own-files", around)
    repair = plan(finding, around)
    assert {edit.path for edit in repair.edits} == {home, home / "settings.json"}  # type: ignore[union-attr]
    assert f"{home} 0755 → 0700" in repair.shown
    assert not repair.privileged
    assert stat.S_IMODE(home.stat().st_mode) == 0o755  # planning changes nothing
    done = fix("own-files", around, changes)
    assert done.mended
    assert [each.state for each in done.after] == ["ok"]
    assert stat.S_IMODE((home / "settings.json").stat().st_mode) == 0o600
    undo(changes, done.change)
    assert stat.S_IMODE((home / "settings.json").stat().st_mode) == 0o666


@pytest.mark.parametrize("wanted", ["", "own-files", "nothing", "module-file:/etc/passwd"])
def test_what_nobody_offers_is_not_done(around: Surroundings, tmp_path: Path, wanted: str) -> None:
    changes = Changes(tmp_path / "changes")
    with pytest.raises(RepairUnknown):
        fix(wanted, around, changes)
    assert changes.all() == []


def test_a_finding_without_a_repair_has_no_plan(around: Surroundings) -> None:
    with pytest.raises(RepairUnknown):
        plan(Finding("clock", "bad"), around)


def test_every_repair_has_a_plan() -> None:
    assert set(PLANS) == set(REPAIRS)


def test_every_finding_leads_back_to_its_check(around: Surroundings) -> None:
    names = {check.name for check in checks(around)}
    assert {
        check_of(Finding(name, "ok"), around).name for name in (*names, "module", "usb-access", "usb-sleep")
    } == names
