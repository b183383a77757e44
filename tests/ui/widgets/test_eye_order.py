"""The keyboard's order is the layouts' order, whatever was made first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tokenmgr.ui.widgets.eye_order import keep_eye_order

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def named(name: str) -> QPushButton:
    made = QPushButton(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def order(root: QWidget, first: QWidget, count: int) -> list[str]:
    """What Tab visits."""
    first.setFocus()
    found = []
    for _ in range(count):
        now = root.focusWidget()
        assert isinstance(now, QPushButton | QLineEdit)
        found.append(now.text())
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return found


def test_made_last_and_read_first(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    last = named("last")
    column.addWidget(last)
    line = QHBoxLayout()
    column.insertLayout(0, line)
    grid = QGridLayout()
    column.insertLayout(1, grid)
    grid.addWidget(named("third"), 0, 0)
    line.addWidget(named("second"))
    first = named("first")
    line.insertWidget(0, first)
    root.show()
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    assert order(root, first, 4) != ["first", "second", "third", "last"]
    keep_eye_order(root)
    assert order(root, first, 5) == ["first", "second", "third", "last", "first"]


def test_what_scrolls_what_has_no_layout_and_what_is_hidden(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    after = named("after")
    column.addWidget(after)
    room, inside = QScrollArea(), QWidget()
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column.insertWidget(0, room)
    lines = QVBoxLayout(inside)
    hidden = named("hidden")
    hidden.setVisible(False)
    lines.addWidget(hidden)
    field = QLineEdit("field")
    eye = named("eye")
    eye.setParent(field)
    lines.addWidget(field)
    room.setWidget(inside)
    root.show()
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    keep_eye_order(root)
    assert order(root, field, 4) == ["field", "eye", "after", "field"]
