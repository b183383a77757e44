"""Withdrawing the consent, with and without everything that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.ui.at_work import HK, AtWork
from tokenmgr.actions.autostart import Autostart
from tokenmgr.actions.keepings import kept
from tokenmgr.places import Places
from tokenmgr.system import autostart
from tokenmgr.ui.dialogs.withdraw import WithdrawSheet

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def left(work: AtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often the program was told to end."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    Autostart(work.screen.changes).turn_on()
    work.screen.home = tmp_path / "home"
    work.screen.choices.choose(welcomed="1", log=True)
    work.desk.inventory.remembered.set_alias(work.token(HK), "Mine")
    ended: list[int] = []
    work.screen.quit_wanted.connect(lambda: ended.append(1))
    work.screen.lay(WithdrawSheet(work.screen))
    return ended


def test_it_ends_and_asks_again_and_keeps_what_was_kept(work: AtWork, left: list[int], tmp_path: Path) -> None:
    work.press("Withdraw and quit")
    work.until(lambda: left)
    now = work.screen.choices.now
    assert (now.welcomed, now.log, now.notices) == ("", False, False)
    assert not autostart.is_on()
    assert (tmp_path / "home" / "tokens.json").exists()


def test_with_everything(work: AtWork, left: list[int], tmp_path: Path) -> None:
    box = work.sheet.findChildren(QCheckBox)[0]  # type: ignore[union-attr]
    box.click()
    assert "Your tokens themselves are not touched." in work.words()
    work.press("Withdraw and quit")
    work.until(lambda: left)
    where = Places(tmp_path / "home", work.screen.resources)
    assert not [each.key for each in kept(work.desk, where) if each.size]


def test_thinking_better_of_it(work: AtWork, left: list[int]) -> None:
    work.press("Cancel")
    assert not left
    assert work.screen.choices.now.welcomed == "1"
    assert autostart.is_on()
