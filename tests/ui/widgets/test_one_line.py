"""Buttons in one line; what has no room is in the menu at its end, and can be pressed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.one_line import OneLine
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

NAMES = ("Renew", "Export", "Compare", "Calendar")


class Bed:
    """The line, and what was pressed."""

    def __init__(self, qtbot: QtBot) -> None:
        self.pressed: list[str] = []
        self.buttons = [button(name, lambda name=name: self.pressed.append(name)) for name in NAMES]  # type: ignore[misc]
        self.line = OneLine(*self.buttons)
        qtbot.addWidget(self.line)
        self.line.resize(self.line.sizeHint())
        self.line.show()

    def shown(self) -> list[str]:
        return [each.text() for each in self.buttons if each.isVisible()]

    @property
    def more(self) -> QPushButton:
        return next(each for each in self.line.findChildren(QPushButton) if each.accessibleName() == "More")


@pytest.fixture
def bed(dressed: Callable[..., None], qtbot: QtBot) -> Bed:
    dressed(Language.EN)
    return Bed(qtbot)


def test_all_stand_where_there_is_room(bed: Bed) -> None:
    assert bed.shown() == list(NAMES)
    assert not bed.more.isVisible()


def test_the_last_give_way_first_and_come_back(bed: Bed) -> None:
    whole = bed.line.width()
    seen = []
    for width in range(whole, bed.line.minimumSizeHint().width() - 1, -4):
        bed.line.resize(width, bed.line.height())
        seen.append(len(bed.shown()))
        assert bed.shown() == list(NAMES)[: seen[-1]]
        assert bed.more.isVisible() is (seen[-1] < 4)
        used = sum(each.width() for each in bed.buttons if each.isVisible())
        assert used + (bed.more.width() if bed.more.isVisible() else 0) <= width
    assert sorted(set(seen)) == [1, 2, 3, 4]
    bed.line.resize(whole, bed.line.height())
    assert bed.shown() == list(NAMES)


def test_what_is_of_no_use_takes_no_room(bed: Bed) -> None:
    bed.line.want(bed.buttons[1], False)
    assert bed.shown() == ["Renew", "Compare", "Calendar"]
    assert not bed.more.isVisible()
    bed.line.want(bed.buttons[1], True)
    assert bed.shown() == list(NAMES)


def test_the_menu_has_the_others(bed: Bed, qtbot: QtBot) -> None:
    bed.line.resize(bed.line.minimumSizeHint())
    QTest.mouseClick(bed.more, Qt.MouseButton.LeftButton)
    menu = bed.more.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["Export", "Compare", "Calendar"]
    menu.actions()[1].trigger()
    assert bed.pressed == ["Compare"]
    menu.close()
