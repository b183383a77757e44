"""A text in a file, or why not; the window waits for neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from tokenmgr.ui.save_text import save_text, write
from tokenmgr.ui.screen import Message
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Screen


def test_written_and_said(dressed: Callable[..., None], screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    dressed(Language.EN)
    path = tmp_path / "token.txt"
    with qtbot.waitSignal(screen.said) as said:
        write(screen, path, "序列号\t1234\n")
    assert path.read_text(encoding="utf-8") == "序列号\t1234\n"
    assert said.args is not None
    assert said.args[0] == Message("ok", "Saved as token.txt", seconds=8)


def test_what_cannot_be_written_is_said(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(screen.said) as said:
        write(screen, tmp_path / "nowhere" / "token.txt", "x")
    assert said.args is not None
    assert said.args[0].tone == "bad"
    assert said.args[0].fact


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_question_where_does_not_stop_the_window(screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    save_text(screen, over, "token.txt", "text")
    dialog = over.findChildren(QFileDialog)[0]
    assert dialog.isVisible()
    dialog.setDirectory(str(tmp_path))
    dialog.reject()
    QTest.qWait(1)
    assert not list(tmp_path.iterdir())
