"""A longer text to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tokenmgr.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_markup_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    reading = Reading("Text")
    qtbot.addWidget(reading)
    reading.setPlainText("<b>bold</b><img src='file:///etc/passwd'>")
    assert reading.toPlainText() == "<b>bold</b><img src='file:///etc/passwd'>"


def test_it_is_for_reading_only_and_tab_leads_on(qtbot: QtBot) -> None:
    reading = Reading("Text")
    qtbot.addWidget(reading)
    reading.setPlainText("as it was")
    reading.setFocus()
    QTest.keyClicks(reading, "more")
    QTest.keyClick(reading, Qt.Key.Key_Tab)
    assert reading.toPlainText() == "as it was"
    assert reading.accessibleName() == "Text"
