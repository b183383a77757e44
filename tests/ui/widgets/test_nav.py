"""The sidebar: one place marked, numbers of what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.nav import WIDTH, NavItem, Place, Sidebar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

PLACES = (Place("home", "home", "Home"), Place(""), Place("pin", "pin", "PIN"), Place(">"), Place("end", "info", "End"))


@pytest.fixture
def bar(dressed: Callable[..., None], qtbot: QtBot) -> Sidebar:
    made = Sidebar(PLACES, "Pages")
    qtbot.addWidget(made)
    made.resize(WIDTH, 400)
    made.show()
    return made


def items(bar: Sidebar) -> list[NavItem]:
    return bar.findChildren(NavItem)


def test_by_mouse_and_by_key_it_tells_where_to(bar: Sidebar, qtbot: QtBot) -> None:
    told: list[str] = []
    bar.chosen.connect(told.append)
    QTest.mouseClick(items(bar)[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(items(bar)[2], Qt.Key.Key_Space)
    assert told == ["pin", "end"]


def test_one_place_is_marked_and_telling_is_not_its_business(bar: Sidebar) -> None:
    told: list[str] = []
    bar.chosen.connect(told.append)
    for key, number in (("home", 0), ("pin", 1), ("nowhere", 1)):
        bar.choose(key)
        assert [each.isChecked() for each in items(bar)] == [number == place for place in range(3)]
    assert told == []


def test_the_mark_is_a_bar_and_a_soft_ground(bar: Sidebar) -> None:
    bar.choose("pin")
    picture = items(bar)[1].grab().toImage()
    assert picture.pixelColor(1, 17).name().upper() == theme.LIGHT.accent_text
    assert picture.pixelColor(150, 3).name().upper() == theme.LIGHT.accent_soft


def test_what_waits_is_told_and_seen(bar: Sidebar) -> None:
    item = items(bar)[0]
    before = item.grab().toImage()
    bar.wait("home", 12)
    assert item.accessibleName() == "Home, 12"
    assert item.grab().toImage() != before
    bar.wait("home", 0)
    assert item.accessibleName() == "Home"
    assert item.grab().toImage() == before


def test_under_the_mouse_it_is_seen(bar: Sidebar) -> None:
    item = items(bar)[0]
    before = item.grab().toImage()
    QTest.mouseMove(item)
    assert item.grab().toImage().pixelColor(150, 3).name().upper() == theme.LIGHT.hover
    QTest.mouseMove(items(bar)[1])
    assert item.grab().toImage() == before


def test_groups_are_apart_and_the_last_is_below(bar: Sidebar) -> None:
    home, pin, end = items(bar)
    assert len(bar.findChildren(Rule)) == 1
    assert home.geometry().bottom() < bar.findChildren(Rule)[0].y() < pin.y()
    assert end.geometry().bottom() == 400 - 12 - 1
    assert bar.accessibleName() == "Pages"


def test_a_long_name_gives_way(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = Sidebar((Place("home", "home", "Ж" * 80),), "Pages")
    qtbot.addWidget(made)
    made.show()
    made.wait("home", 3)
    end = made.findChildren(NavItem)[0].grab().toImage()
    column = {end.pixelColor(end.width() - 42, y).name() for y in range(34)}
    assert len(column) == 1, "no letter where the number stands"
