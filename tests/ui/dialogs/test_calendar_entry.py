"""The end of a certificate as a file for the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.panels.certificates import real

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Message, Screen
    from tokenmgr.ui.window import Window

#: Of the screenless platform, about windows and menus of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FIRST = real.full().tokens[0].certificates[0]


def wish(screen: Screen, shown: Window, path: Path) -> None:
    screen.errands.run("calendar", FIRST.token, FIRST)
    [dialog] = [each for each in shown.findChildren(QFileDialog) if each.isVisible()]
    assert dialog.selectedFiles()[0].endswith(".ics")
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_saved_and_another_file_asked_for(window: MakeWindow, screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    shown = window("certificates", real.full())
    said: list[Message] = []
    screen.said.connect(said.append)
    path = tmp_path / "end.ics"
    wish(screen, shown, path)
    qtbot.waitUntil(lambda: len(said) == 1)
    text = path.read_text(encoding="utf-8").replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20261227" in text
    assert "SUMMARY:陈大文 CHAN TAI MAN 的证书到期" in text
    assert "令牌：我的电子证书 ·8F21" in text
    assert text.count("BEGIN:VALARM") == len(screen.glance.tokens[0].issuer.lead_days)  # type: ignore[union-attr]
    path.write_text("mine", encoding="utf-8")
    wish(screen, shown, path)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1].tone == "warn"
    assert path.read_text(encoding="utf-8") == "mine"
    assert said[1].act is not None
    said[1].act[1]()
    qtbot.waitUntil(lambda: len(said) == 3)
    assert "BEGIN:VCALENDAR" in path.read_text(encoding="utf-8")


def test_a_certificate_without_an_end(window: MakeWindow, screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    shown = window("certificates", real.full())
    said: list[Message] = []
    screen.said.connect(said.append)
    broken = real.of(FIRST.token, b"nothing")
    screen.errands.run("calendar", FIRST.token, broken)
    [dialog] = [each for each in shown.findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(tmp_path / "end.ics"))
    dialog.close()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].tone == "bad"
    assert not (tmp_path / "end.ics").exists()
