"""A surface, and one that can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card, PressableCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("now", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["surface", "sunken"])
def test_surface_and_border(role: str, now: theme.Theme, dressed: Callable[..., None], qtbot: QtBot) -> None:
    dressed(wanted=now)
    card = Card(role=role)
    qtbot.addWidget(card)
    card.resize(100, 60)
    seen = card.grab().toImage()
    assert seen.pixelColor(50, 30).name().upper() == getattr(now, role)
    assert seen.pixelColor(50, 0).name().upper() == now.border


def test_a_shadow_below_only_where_it_is_wanted(dressed: Callable[..., None], qtbot: QtBot) -> None:
    def last_row(card: Card) -> str:
        qtbot.addWidget(card)
        card.resize(100, 60)
        return card.grab().toImage().pixelColor(50, 58).name()

    assert last_row(Card()) != last_row(Card(flat=True))


@pytest.fixture
def pressed(dressed: Callable[..., None], qtbot: QtBot) -> tuple[PressableCard, list[str]]:
    card, told = PressableCard(), []
    qtbot.addWidget(card)
    card.column.addWidget(button("In it", lambda: told.append("button")))
    card.column.addStretch(1)
    card.resize(200, 120)
    card.show()
    card.pressed.connect(lambda: told.append("card"))
    return card, told


def test_by_mouse_and_by_key(pressed: tuple[PressableCard, list[str]]) -> None:
    card, told = pressed
    QTest.mouseClick(card, LEFT, pos=QPoint(100, 100))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(card, key)
    assert told == ["card"] * 4
    assert card.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_not_by_anything_else(pressed: tuple[PressableCard, list[str]]) -> None:
    card, told = pressed
    QTest.mouseClick(card, Qt.MouseButton.RightButton, pos=QPoint(100, 100))
    QTest.mousePress(card, LEFT, pos=QPoint(100, 100))
    QTest.mouseRelease(card, LEFT, pos=QPoint(100, 400))
    QTest.keyClick(card, Qt.Key.Key_A)
    assert told == []


def test_a_button_in_it_is_only_itself(pressed: tuple[PressableCard, list[str]]) -> None:
    card, told = pressed
    QTest.mouseClick(card.findChildren(type(button("")))[0], LEFT)
    assert told == ["button"]
