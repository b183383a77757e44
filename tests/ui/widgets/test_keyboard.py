"""A list that is made anew does not throw the keyboard to the other end of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tokenmgr.ui.widgets.page import clear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Place(QWidget):
    """A button that comes first in the window, and a list of others."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.home, self.field = QPushButton("Home"), QLineEdit()
        column.addWidget(self.home)
        column.addWidget(self.field)
        self.list = QWidget()
        self.rows = QVBoxLayout(self.list)
        column.addWidget(self.list)

    def fill(self, *names: str) -> None:
        for name in names:
            line, made = QHBoxLayout(), QPushButton(name)
            line.addWidget(made)
            self.rows.addLayout(line)
            made.show()

    def button(self, name: str) -> QPushButton:
        return next(each for each in self.list.findChildren(QPushButton) if each.text() == name and each.isVisible())


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[Place]:
    made = Place()
    made.fill("one", "two")
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()
    made.deleteLater()


@pytest.mark.parametrize(("then", "wanted"), [(("one", "two"), "two"), (("one", "three"), "one")])
def test_it_is_at_what_is_called_the_same_or_at_the_first(
    place: Place, qtbot: QtBot, then: tuple[str, ...], wanted: str
) -> None:
    place.button("two").setFocus()
    clear(place.rows)
    qtbot.wait(40)  # rows come in their own time
    place.fill(*then)
    qtbot.waitUntil(lambda: place.focusWidget() is place.button(wanted), timeout=2000)


def test_whoever_has_gone_on_is_left_alone(place: Place, qtbot: QtBot) -> None:
    place.button("two").setFocus()
    clear(place.rows)
    place.field.setFocus()
    place.fill("one", "two")
    qtbot.wait(100)
    assert place.focusWidget() is place.field


def test_a_list_that_did_not_have_it_does_not_take_it(place: Place, qtbot: QtBot) -> None:
    place.home.setFocus()
    clear(place.rows)
    place.fill("one", "two")
    qtbot.wait(100)
    assert place.focusWidget() is place.home
