"""A mouse, a key and a screen reader all switch; the program only marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from tokenmgr.ui.widgets.switching import mark, when_chosen, when_switched

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def box(qtbot: QtBot) -> QCheckBox:
    made = QCheckBox("x")
    qtbot.addWidget(made)
    made.show()
    return made


def by_reader(box: QCheckBox) -> None:
    """What a screen reader does."""
    actions = QAccessible.queryAccessibleInterface(box).actionInterface()
    actions.doAction(QAccessibleActionInterface.toggleAction())


def test_whoever_switches(box: QCheckBox) -> None:
    heard: list[bool] = []
    when_switched(box, heard.append)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() - box.rect().center())
    box.click()
    QTest.keyClick(box, Qt.Key.Key_Space)
    by_reader(box)
    assert heard[-3:] == [not heard[-2], heard[-2], not heard[-2]]
    assert len(heard) >= 3


def test_a_mark_is_nobodys_wish(box: QCheckBox) -> None:
    heard: list[bool] = []
    when_switched(box, heard.append)
    mark(box, True)
    assert box.isChecked()
    assert heard == []


def test_chosen_is_what_became_on(box: QCheckBox) -> None:
    heard: list[int] = []
    when_chosen(box, lambda: heard.append(1))
    by_reader(box)
    by_reader(box)
    assert heard == [1]
