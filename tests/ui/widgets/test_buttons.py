"""Buttons: one call a press, reached by Tab, no shortcuts from names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.buttons import button, icon_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

KINDS = {"": "button", "primary": "accent", "danger": "button"}


def test_a_press_calls_once_and_with_nothing(dressed: Callable[..., None], qtbot: QtBot) -> None:
    called: list[str] = []

    def press(given: str = "nothing") -> None:
        called.append(given)

    made = button("Go", press)
    qtbot.addWidget(made)
    made.show()
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert called == ["nothing", "nothing"]


def test_it_is_reached_by_tab_and_is_the_action_of_nothing_unasked(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = button("Go")
    qtbot.addWidget(made)
    assert made.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert not made.autoDefault()


def test_the_ampersand_of_a_name_is_no_shortcut(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = button("Lee & Wong")
    qtbot.addWidget(made)
    assert made.shortcut().isEmpty()
    assert made.text() == "Lee && Wong"


@pytest.mark.parametrize("kind", KINDS)
def test_its_face_is_that_of_its_kind(kind: str, dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = button("Go", kind=kind)
    qtbot.addWidget(made)
    made.resize(120, 32)
    seen = made.grab().toImage().pixelColor(10, 16).name().upper()
    assert seen == getattr(theme.LIGHT, KINDS[kind])


def test_a_small_one_is_lower(dressed: Callable[..., None], qtbot: QtBot) -> None:
    usual, small = button("Go"), button("Go", small=True)
    for each in (usual, small):
        qtbot.addWidget(each)
        each.ensurePolished()
    assert small.sizeHint().height() < usual.sizeHint().height()


def test_an_icon_alone_has_a_name_and_says_it(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = icon_button("cross", "Close <this>")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Close <this>"
    assert made.toolTip() == "<span>Close &lt;this&gt;</span>"
    assert not made.icon().isNull()
    assert made.text() == ""
