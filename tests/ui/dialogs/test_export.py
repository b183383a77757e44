"""Exporting at the window: the file holds what was chosen, and nobody else's file is lost."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QRadioButton

from tests.ui.panels.certificates import real
from tokenmgr.actions.share import pem_text
from tokenmgr.ui.dialogs.export import ExportSheet
from tokenmgr.ui.screen import Message, Screen
from tokenmgr.ui.scrim import Scrim

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.window import Window

#: Of the screenless platform, about windows and menus of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FIRST = real.full().tokens[0].certificates[0]


@pytest.fixture
def shown(window: MakeWindow) -> Window:
    return window("certificates", real.full())


def opened(screen: Screen, shown: Window) -> ExportSheet:
    screen.errands.run("export", FIRST.token, FIRST)
    sheet = shown.findChildren(Scrim)[0].sheet
    assert isinstance(sheet, ExportSheet)
    return sheet


def press(sheet: ExportSheet, text: str) -> None:
    [found] = [each for each in sheet.findChildren(QPushButton) if each.text() == text]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def answer(shown: Window, path: Path) -> QFileDialog:
    """Choose this file in the dialog that came up."""
    [dialog] = [each for each in shown.findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return dialog


def choose(sheet: ExportSheet, number: int) -> None:
    sheet.findChildren(QRadioButton)[number].setChecked(True)


@pytest.mark.parametrize(("number", "ending"), [(0, ".pem"), (1, ".cer"), (2, ".pem"), (3, ".txt")])
def test_each_form(number: int, ending: str, shown: Window, screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[object] = []
    screen.said.connect(said.append)
    sheet = opened(screen, shown)
    choose(sheet, number)
    press(sheet, "另存为...")
    [dialog] = [each for each in shown.findChildren(QFileDialog) if each.isVisible()]
    assert dialog.selectedFiles()[0].endswith(f"陈大文 CHAN TAI MAN{ending}")
    path = tmp_path / f"mine{ending}"
    answer(shown, path)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: bool(said))
    assert isinstance(said[0], Message)
    assert said[0].tone == "ok"
    check(number, path)


def check(number: int, path: Path) -> None:
    if number == 1:
        assert path.read_bytes() == FIRST.facts.der
        return
    text = path.read_text(encoding="utf-8")
    if number == 0:
        assert text == pem_text(FIRST.facts)
    elif number == 2:
        parts = [f"{part}-----END CERTIFICATE-----" for part in text.split("-----END CERTIFICATE-----\n")[:-1]]
        assert [ssl.PEM_cert_to_DER_cert(part) for part in parts] == [
            FIRST.facts.der,
            real.issuer().der,
            real.root().der,
        ]
    else:
        assert "主题: CN=陈大文 CHAN TAI MAN,O=Sample,C=HK\n" in text


def test_another_file_is_asked_for(shown: Window, screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.pem"
    path.write_text("mine", encoding="utf-8")
    sheet = opened(screen, shown)
    press(sheet, "另存为...")
    answer(shown, path)
    qtbot.waitUntil(lambda: sheet.action.text() == "替换")
    assert path.read_text(encoding="utf-8") == "mine"
    assert any("已有同名文件 mine.pem" in each.text() for each in sheet.findChildren(QLabel))
    choose(sheet, 1)
    assert sheet.action.text() == "另存为..."
    choose(sheet, 0)
    press(sheet, "另存为...")
    answer(shown, path)
    qtbot.waitUntil(lambda: sheet.action.text() == "替换")
    press(sheet, "替换")
    qtbot.waitUntil(lambda: path.read_text(encoding="utf-8") == pem_text(FIRST.facts))


def test_a_folder_that_is_not_there(shown: Window, screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = opened(screen, shown)
    press(sheet, "另存为...")
    answer(shown, tmp_path / "none" / "mine.pem")
    qtbot.waitUntil(lambda: not sheet.working)
    assert sheet.isVisible()
    assert any("mine.pem" in each.text() for each in sheet.findChildren(QLabel))


def test_copy(shown: Window, screen: Screen) -> None:
    press(opened(screen, shown), "复制文本")
    assert QApplication.clipboard().text() == pem_text(FIRST.facts)
