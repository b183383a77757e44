"""Before something is repaired a person sees what will be done; after it, that it was, and the way back."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.doctor import Surroundings, around
from tokenmgr.ui.dialogs.repair import RepairSheet
from tokenmgr.ui.screen import Message

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.at_work import AtWork

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights are other things there")
FINDING = Finding("own-files", "bad", (("reason", "writable"),), (), "protect-own-files", "own-files")


@pytest.fixture
def loose(work: AtWork, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.chmod(0o755)
    work.screen.home = home
    return home


def surroundings(work: AtWork, home: Path) -> Surroundings:
    return around(work.desk, home, work.screen.resources, list)


def opened(work: AtWork, loose: Path) -> RepairSheet:
    work.screen.errands.run("repair", about=(FINDING, surroundings(work, loose)))
    work.until(lambda: isinstance(work.sheet, RepairSheet))
    sheet = work.sheet
    assert isinstance(sheet, RepairSheet)
    return sheet


def test_it_says_what_it_will_do_and_does_it(work: AtWork, loose: Path) -> None:
    sheet = opened(work, loose)
    assert f"{loose} 0755" in work.words()
    assert stat.S_IMODE(loose.stat().st_mode) == 0o755
    sheet.action.click()
    work.until(lambda: work.said)
    said = work.said[-1]
    assert isinstance(said, Message)
    assert said.tone == "ok"
    assert stat.S_IMODE(loose.stat().st_mode) == 0o700
    assert [change.kind for change in work.screen.changes().standing()] == ["rights"]


def test_cancel_changes_nothing(work: AtWork, loose: Path) -> None:
    opened(work, loose).cancel.click()
    work.until(lambda: work.sheet is None)
    assert stat.S_IMODE(loose.stat().st_mode) == 0o755
    assert work.screen.changes().all() == []


def test_what_cannot_be_planned_is_told(work: AtWork, loose: Path) -> None:
    work.screen.errands.run("repair", about=(FINDING._replace(repair="odd"), surroundings(work, loose)))
    work.until(lambda: work.said)
    assert work.sheet is None
