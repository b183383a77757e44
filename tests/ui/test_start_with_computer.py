"""The box that says whether this program starts with the computer, and what is told when the system refuses."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from tokenmgr.actions.autostart import Autostart
from tokenmgr.system import autostart
from tokenmgr.ui.start_with_computer import show_start, start_with_computer
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Message, Screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the entry is a file on Linux")


def until(fits: Callable[[], object]) -> None:
    for _ in range(4000):
        if fits():
            return
        QTest.qWait(5)
    raise AssertionError("nothing came of it")


def test_on_off_and_asked(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    start_with_computer(screen, on=True)
    until(autostart.is_on)
    assert screen.choices.now.autostart_asked
    start_with_computer(screen, on=False)
    until(lambda: not autostart.is_on())


def test_the_box_is_as_the_system_has_it(
    screen: Screen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    Autostart(screen.changes).turn_on()
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setEnabled(False)
    show_start(screen, box)
    until(box.isEnabled)
    assert box.isChecked()


def test_what_the_system_refuses_is_told(
    screen: Screen, dressed: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dressed(Language.EN)
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    said: list[Message] = []
    screen.said.connect(said.append)
    start_with_computer(screen, on=True)
    until(lambda: said)
    assert (said[0].tone, said[0].fact) == ("bad", "The file cannot be used")
    assert said[0].consequence
