"""Ways to see the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.segmented import Segment, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def ways(dressed: Callable[..., None], qtbot: QtBot) -> Segmented:
    made = Segmented((("simple", "Simple"), ("advanced", "Advanced")), "simple")
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_is_chosen_and_told_by_its_key(ways: Segmented) -> None:
    told: list[str] = []
    ways.chosen.connect(told.append)
    simple, advanced = ways.findChildren(Segment)
    assert (simple.isChecked(), advanced.isChecked()) == (True, False)
    QTest.mouseClick(advanced, Qt.MouseButton.LeftButton)
    assert (simple.isChecked(), advanced.isChecked()) == (False, True)
    QTest.keyClick(simple, Qt.Key.Key_Space)
    assert told == ["advanced", "simple"]


def test_shown_as_chosen_without_telling(ways: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(ways.chosen):
        ways.choose("advanced")
    assert [each.isChecked() for each in ways.findChildren(Segment)] == [False, True]


def test_the_chosen_one_is_on_a_surface_and_nothing_moves(ways: Segmented) -> None:
    def middle_of_edge(segment: Segment) -> str:
        return segment.grab().toImage().pixelColor(segment.width() // 2, 0).name().upper()

    simple, advanced = ways.findChildren(Segment)
    before = (simple.geometry(), advanced.geometry())
    assert middle_of_edge(simple) == theme.LIGHT.button_border != middle_of_edge(advanced)
    ways.choose("advanced")
    assert middle_of_edge(advanced) == theme.LIGHT.button_border != middle_of_edge(simple)
    assert before == (simple.geometry(), advanced.geometry())
