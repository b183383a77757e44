"""The ring: after a key around whatever has the keyboard, after a click only around what is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.focus_ring import OUTSIDE, FocusRing

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Bed(NamedTuple):
    """A window with a field, two buttons and a list."""

    window: QWidget
    ring: FocusRing
    field: QLineEdit
    one: QPushButton
    two: QPushButton
    rows: QListWidget

    def key(self, key: Qt.Key) -> None:
        """As the system sends it: to the window."""
        QTest.keyClick(self.window.windowHandle(), key)

    def click(self, on: QWidget) -> None:
        QTest.mouseClick(
            self.window.windowHandle(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            on.mapTo(self.window, on.rect().center()),
        )

    def is_around(self, widget: QWidget) -> bool:
        place = QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())
        wanted = place.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
        return self.ring.isVisible() and self.ring.geometry() == wanted


@pytest.fixture
def bed(dressed: Callable[..., None], qtbot: QtBot) -> Bed:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 20, 20, 20)
    made = Bed(window, FocusRing(window), QLineEdit(), button("one"), button("two"), QListWidget())
    for each in made[2:]:
        column.addWidget(each)
    window.resize(300, 300)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    made.ring.listen()
    return made


def test_around_a_field_however_it_came_there(bed: Bed) -> None:
    bed.click(bed.field)
    assert bed.is_around(bed.field)
    assert bed.ring.grab().toImage().pixelColor(bed.ring.width() // 2, 1).name().upper() == theme.LIGHT.accent_text


def test_around_a_button_only_after_a_key(bed: Bed) -> None:
    bed.one.setFocus()
    assert not bed.ring.isVisible()
    bed.key(Qt.Key.Key_Tab)
    assert bed.is_around(bed.two)
    bed.click(bed.two)
    assert not bed.ring.isVisible()


def test_letters_are_no_moving_about(bed: Bed) -> None:
    bed.field.setFocus()
    bed.key(Qt.Key.Key_A)
    bed.one.setFocus()
    assert not bed.ring.isVisible()


def test_it_follows_what_moves_and_goes_with_what_hides(bed: Bed) -> None:
    bed.field.setFocus()
    bed.window.resize(400, 400)
    assert bed.is_around(bed.field)
    bed.field.setGeometry(50, 60, 100, 30)
    assert bed.is_around(bed.field)
    bed.field.hide()
    assert not bed.ring.isVisible()


def test_lists_show_their_own_row(bed: Bed) -> None:
    bed.two.setFocus()
    bed.key(Qt.Key.Key_Tab)
    assert bed.rows.hasFocus()
    assert not bed.ring.isVisible()


def test_what_has_a_mark_of_its_own_has_no_ring(bed: Bed) -> None:
    bed.one.setFocus()
    bed.field.setProperty("own-focus", True)
    bed.field.setFocus()
    assert not bed.ring.isVisible()


def test_it_survives_what_it_is_around(bed: Bed) -> None:
    holder = QWidget(bed.window)
    inner = QLineEdit(holder)
    holder.show()
    inner.setFocus()
    assert bed.is_around(inner)
    delete(holder)
    assert not bed.ring.isVisible()
    bed.field.setFocus()
    assert bed.is_around(bed.field)


def test_the_focus_of_other_windows_is_not_its_business(bed: Bed, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    bed.field.setFocus()
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    other.setFocus()
    assert not bed.ring.isVisible()


def test_the_mouse_goes_through_it(bed: Bed) -> None:
    bed.field.setFocus()
    assert bed.window.childAt(bed.field.geometry().center()) is bed.field
    assert bed.ring.focusPolicy() is Qt.FocusPolicy.NoFocus
