"""Withdrawing the consent, with and without everything that is kept."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.ui.at_work import HK, AtWork
from tokenmgr.actions import keepings
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


def test_what_is_told_of_the_choices_is_deleted_too(work: AtWork, left: list[int], tmp_path: Path) -> None:
    """As the program does it, which writes down every choice."""
    work.screen.choices.changed.connect(
        lambda name: work.history.add("setting-changed", None, "", "this-program", setting=name)
    )
    work.sheet.findChildren(QCheckBox)[0].click()  # type: ignore[union-attr]
    work.press("Withdraw and quit")
    work.until(lambda: left)
    where = Places(tmp_path / "home", work.screen.resources)
    assert not [each.key for each in kept(work.desk, where) if each.size]


def test_nothing_is_said_to_be_deleted_before_that_can_be_done(
    work: AtWork, left: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    work.sheet.findChildren(QCheckBox)[0].click()  # type: ignore[union-attr]
    monkeypatch.setattr(work.screen, "desk", None)
    work.press("Withdraw and quit")
    assert "Nothing can be deleted yet" in work.words()
    assert not left
    assert work.screen.choices.now.welcomed == "1"


def test_what_could_not_be_deleted_is_told_and_the_way_leads_out(
    work: AtWork, left: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "/a/tokens.json")

    monkeypatch.setattr(keepings, "erase_all", refuse)
    work.sheet.findChildren(QCheckBox)[0].click()  # type: ignore[union-attr]
    work.press("Withdraw and quit")
    work.until(lambda: "/a/tokens.json" in work.words())
    assert not left
    work.press("Quit")
    assert left
    assert work.screen.choices.now.welcomed == ""


def test_thinking_better_of_it(work: AtWork, left: list[int]) -> None:
    work.press("Cancel")
    assert not left
    assert work.screen.choices.now.welcomed == "1"
    assert autostart.is_on()
