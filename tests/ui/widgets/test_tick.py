"""A box to tick with words that wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from tokenmgr.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

LONG = "I agree to a great many things that take more than one line to say in any language at all"


@pytest.fixture
def tick(qtbot: QtBot, dressed: Callable[..., None]) -> Iterator[Tick]:
    made = Tick(LONG)
    place = QScrollArea()
    place.setWidgetResizable(True)
    place.setWidget(made)
    qtbot.addWidget(place)
    place.resize(240, 200)
    place.show()
    yield made
    place.close()


def test_a_click_on_the_words_ticks_the_box_and_says_so(tick: Tick) -> None:
    said: list[bool] = []
    tick.box.clicked.connect(lambda on: said.append(on))  # noqa: PLW0108 - Qt passes on what a lambda takes
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(120, 10))
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(120, 10))
    assert said == [True, False]


def test_the_other_button_does_nothing(tick: Tick) -> None:
    QTest.mouseClick(tick, Qt.MouseButton.RightButton, pos=QPoint(120, 10))
    assert not tick.box.isChecked()


def test_it_is_named_and_wraps(tick: Tick) -> None:
    assert tick.box.accessibleName() == LONG
    assert tick.minimumSizeHint().width() < 240
    assert tick.heightForWidth(200) > 40
