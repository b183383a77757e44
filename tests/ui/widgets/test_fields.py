"""Fields: a PIN that goes nowhere but into the field, and words to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.fields import LONGEST_PIN, PinField, SearchField, labelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = [
    (Qt.Key.Key_C, CONTROL),
    (Qt.Key.Key_X, CONTROL),
    (Qt.Key.Key_Insert, CONTROL),
    (Qt.Key.Key_Delete, SHIFT),
]


@pytest.fixture
def pin(dressed: Callable[..., None], qtbot: QtBot) -> PinField:
    field = PinField("PIN")
    qtbot.addWidget(field)
    field.resize(300, 34)
    field.show()
    QTest.keyClicks(field, "12345678")
    return field


@pytest.mark.parametrize("looked_at", [False, True], ids=["hidden", "seen"])
@pytest.mark.parametrize(("key", "held"), KEYS)
def test_a_pin_never_reaches_the_clipboard(
    key: Qt.Key, held: Qt.KeyboardModifier, looked_at: bool, pin: PinField
) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    if looked_at:
        pin.eye.click()
    QTest.keyClick(pin, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(pin, key, held)
    assert clipboard.text() == "before"
    assert clipboard.text(QClipboard.Mode.Selection) != "12345678"


def test_what_is_seen_cannot_be_marked(pin: PinField) -> None:
    pin.eye.click()
    QTest.mouseDClick(pin, Qt.MouseButton.LeftButton, pos=QPoint(20, 17))
    pin.selectAll()
    assert pin.selectedText() == ""


def test_a_copy_key_of_this_system_is_meant(pin: PinField) -> None:
    known = {
        each
        for keys in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
        for each in QKeySequence.keyBindings(keys)
    }
    assert {QKeySequence(int(held.value) | int(key.value)) for key, held in KEYS} <= known


def test_no_menu_no_prediction_no_end(pin: PinField) -> None:
    assert pin.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    wanted = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    assert pin.inputMethodHints() & wanted == wanted
    assert not pin.dragEnabled()
    pin.setText("9" * 1000)
    assert len(pin.text()) == LONGEST_PIN


def test_it_shows_only_while_its_eye_is_on(pin: PinField) -> None:
    assert pin.displayText() == pin.displayText()[0] * 8 != "12345678"
    assert pin.eye.accessibleName() == "显示输入内容"
    pin.eye.click()
    assert pin.displayText() == "12345678"
    assert pin.eye.accessibleName() == "隐藏输入内容"
    pin.eye.click()
    assert pin.displayText() != "12345678"


def test_the_eye_stays_at_the_right_end(pin: PinField) -> None:
    for width in (200, 400):
        pin.resize(width, 34)
        assert pin.eye.geometry().right() == width - 5


def test_a_wrong_one_is_marked(pin: PinField) -> None:
    def edge() -> str:
        return pin.grab().toImage().pixelColor(150, 0).name().upper()

    assert edge() == theme.LIGHT.field_border
    pin.mark(wrong=True)
    assert edge() == theme.LIGHT.bad
    pin.mark(wrong=False)
    assert edge() == theme.LIGHT.field_border


def test_words_to_look_for_are_told_as_they_are_typed(dressed: Callable[..., None], qtbot: QtBot) -> None:
    typed: list[str] = []
    field = SearchField("Search", typed.append)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "ab")
    assert typed == ["a", "ab"]
    assert field.accessibleName() == field.placeholderText() == "Search"


def test_a_label_names_its_field(dressed: Callable[..., None], qtbot: QtBot) -> None:
    nameless, named = QLineEdit(), QLineEdit()
    named.setAccessibleName("Own name")
    blocks = [labelled("New PIN", field) for field in (nameless, named)]
    for block, field in zip(blocks, (nameless, named), strict=True):
        qtbot.addWidget(block)
        assert block.findChildren(QLabel)[0].buddy() is field
    assert nameless.accessibleName() == "New PIN"
    assert named.accessibleName() == "Own name"
