"""Choosing files without stopping the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from tokenmgr.ui.widgets.file_choice import choose_to_read, choose_to_save

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_to_save(qtbot: QtBot, tmp_path: Path) -> None:
    host = QWidget()
    chosen: list[Path] = []
    qtbot.addWidget(host)
    dialog = choose_to_save(host, "Save", "a.pem", ("Text", ".pem"), chosen.append)
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite), "whoever writes asks"
    assert dialog.defaultSuffix() == "pem"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    dialog.accept()
    assert chosen == [tmp_path / "mine.pem"]


def test_to_read(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.cer").write_bytes(b"")
    host = QWidget()
    chosen: list[Path] = []
    qtbot.addWidget(host)
    dialog = choose_to_read(host, "Open", ("Certificates", (".cer", ".pem")), chosen.append)
    assert dialog.nameFilters()[0] == "Certificates (*.cer *.pem)"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("a.cer")
    dialog.accept()
    assert chosen == [tmp_path / "a.cer"]
