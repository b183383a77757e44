"""What every page has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tokenmgr.ui.widgets.page import Page, clear

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_it_scrolls_down_and_never_across(dressed: Callable[..., None], qtbot: QtBot) -> None:
    page = Page("Tokens")
    qtbot.addWidget(page)
    tall = QWidget()
    tall.setMinimumSize(2000, 3000)
    page.column.addWidget(tall)
    page.resize(600, 400)
    page.show()
    assert page.verticalScrollBar().maximum() >= 3000 - 400
    assert not page.horizontalScrollBar().isVisible()


def test_it_is_called_what_it_says_above(dressed: Callable[..., None], qtbot: QtBot) -> None:
    page = Page("Tokens")
    qtbot.addWidget(page)
    assert page.accessibleName() == page.title.text() == "Tokens"


def test_clearing_takes_out_everything_at_once_and_for_good(dressed: Callable[..., None], qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column, line = QVBoxLayout(host), QHBoxLayout()
    gone: list[str] = []
    for layout in (column, line):
        label = QLabel("word")
        label.destroyed.connect(lambda: gone.append("gone"))
        layout.addWidget(label)
    column.addLayout(line)
    column.addSpacing(4)
    host.show()
    clear(column)
    assert column.count() == 0
    assert not [each for each in host.findChildren(QLabel) if each.isVisible()]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == ["gone", "gone"]
