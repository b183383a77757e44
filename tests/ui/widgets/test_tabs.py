"""Words in a line, one of them underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.tabs import HEIGHT, Tab, Tabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def tabs(dressed: Callable[..., None], qtbot: QtBot) -> Tabs:
    made = Tabs("One", "Two", "Three")
    qtbot.addWidget(made)
    made.resize(500, HEIGHT)
    made.show()
    return made


def underlined(tabs: Tabs) -> list[bool]:
    last = HEIGHT - 1
    colours = [tab.grab().toImage().pixelColor(tab.width() // 2, last).name() for tab in tabs.findChildren(Tab)]
    return [each.upper() == theme.LIGHT.accent for each in colours]


def test_the_first_is_chosen_until_another_is(tabs: Tabs) -> None:
    told: list[int] = []
    tabs.chosen.connect(told.append)
    assert (tabs.now, underlined(tabs)) == (0, [True, False, False])
    QTest.mouseClick(tabs.findChildren(Tab)[1], Qt.MouseButton.LeftButton)
    assert (tabs.now, underlined(tabs)) == (1, [False, True, False])
    QTest.keyClick(tabs.findChildren(Tab)[2], Qt.Key.Key_Space)
    assert told == [1, 2]


def test_chosen_by_the_program_is_told_too(tabs: Tabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tabs.chosen) as told:
        tabs.choose(2)
    assert told.args == [2]
    assert underlined(tabs) == [False, False, True]


def test_choosing_moves_nothing(tabs: Tabs) -> None:
    before = [each.geometry() for each in tabs.findChildren(Tab)]
    tabs.choose(2)
    assert [each.geometry() for each in tabs.findChildren(Tab)] == before
