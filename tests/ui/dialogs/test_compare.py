"""Comparing at the window: the verdict, the differences, and the warning before an old token is thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QPushButton

from tests.ui import sample
from tests.ui.panels.certificates import real
from tests.ui.parts import part
from tokenmgr.actions.compare import VERDICTS, Comparison
from tokenmgr.ui.dialogs.compare import CompareSheet, others_than, verdict_words
from tokenmgr.ui.scrim import Scrim
from tokenmgr.ui.widgets.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.ui.screen import Screen

#: Of the screenless platform, about windows and menus of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NOW = real.certificate(sample.HK, "Chan", 300, own="key")
RENEWED = real.certificate(sample.HK, "Chan", 10, own="key")
ANEW = real.certificate(sample.HK, "Chan", 11, own="other key")
SOMEBODY = real.certificate(sample.HK, "Somebody", 20)


def opened(window: MakeWindow, screen: Screen, qtbot: QtBot, *known: Certificate) -> CompareSheet:
    shown = window("certificates", real.only(NOW, *known))
    screen.errands.run("compare", sample.HK, NOW)
    sheet = shown.findChildren(Scrim)[0].sheet
    assert isinstance(sheet, CompareSheet)
    qtbot.waitUntil(lambda: not sheet.working)
    return sheet


def told(sheet: CompareSheet) -> str:
    return "\n".join(each.text() for each in sheet.findChildren(QLabel) if each.isVisible())


def fields(sheet: CompareSheet) -> list[str]:
    model = part(sheet, Table).model()
    return [model.index(row, 0).data(Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("second", "fact", "warned"),
    [
        (RENEWED, "续期：持有人和密钥都相同", False),
        (ANEW, "重新签发：持有人相同，密钥不同", True),
        (SOMEBODY, "持有人不同", False),
    ],
)
def test_verdicts(
    second: Certificate, fact: str, warned: bool, window: MakeWindow, screen: Screen, qtbot: QtBot
) -> None:
    sheet = opened(window, screen, qtbot, second)
    qtbot.waitUntil(lambda: fact in told(sheet))
    assert ("请保留旧令牌" in told(sheet)) is warned
    assert "SHA-256 指纹" in fields(sheet)
    assert "签发机构" not in fields(sheet)
    part(sheet, QCheckBox).setChecked(True)
    assert "签发机构" in fields(sheet)


def test_another_is_chosen(window: MakeWindow, screen: Screen, qtbot: QtBot) -> None:
    sheet = opened(window, screen, qtbot, SOMEBODY, ANEW, RENEWED)
    choice = part(sheet, QComboBox)
    assert choice.count() == 3
    assert choice.itemText(2).startswith("Somebody"), "the same name comes first"
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    qtbot.waitUntil(lambda: "持有人不同" in told(sheet))


def from_file(sheet: CompareSheet, qtbot: QtBot, path: Path) -> None:
    [button] = [each for each in sheet.findChildren(QPushButton) if each.text() == "从文件选择..."]
    button.click()
    [dialog] = [each for each in sheet.window().findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: not sheet.working)


def test_from_a_file(window: MakeWindow, screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = opened(window, screen, qtbot)
    assert not part(sheet, QComboBox).isEnabled()
    path = tmp_path / "nothing.cer"
    path.write_bytes(b"nothing")
    from_file(sheet, qtbot, path)
    qtbot.waitUntil(lambda: "这个文件里没有证书" in told(sheet))
    path = tmp_path / "old.cer"
    path.write_bytes(RENEWED.facts.der)
    from_file(sheet, qtbot, path)
    qtbot.waitUntil(lambda: "续期" in told(sheet))
    assert sheet.height() <= sheet.window().height() - 32


def test_every_verdict_has_words() -> None:
    facts = {verdict_words(Comparison((), verdict, "left", ()))[0] for verdict in VERDICTS}
    assert len(facts) == len(VERDICTS)


def test_nobody_reads_ten_thousand() -> None:
    assert len(others_than(NOW, (SOMEBODY,) * 10_000)) == 200
    assert others_than(NOW, (NOW, RENEWED)) == [RENEWED]
