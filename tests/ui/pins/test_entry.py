"""The field a PIN is typed into: what it warns of, and what it never gives away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tokenmgr.ui.pins.entry import PinEntry, has_wide
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    Lent = Callable[[Any], Any]


@pytest.fixture
def entry(dressed: Callable[..., None], lent: Lent) -> PinEntry:
    dressed(Language.EN)
    host = lent(QWidget())
    host.resize(500, 300)
    made = PinEntry("PIN")
    made.setParent(host)
    made.resize(446, 200)
    host.show()
    return made


def words(entry: PinEntry) -> str:
    return "\n".join(each.text() for each in entry.findChildren(QLabel) if each.isVisible())


def test_a_capital_without_shift_warns_and_a_small_letter_ends_it(entry: PinEntry) -> None:
    QTest.keyClick(entry.field, Qt.Key.Key_A)
    assert "Caps Lock" not in words(entry)
    QTest.keyClicks(entry.field, "B")
    assert "Caps Lock is on" in words(entry)
    QTest.keyClicks(entry.field, "1")
    assert "Caps Lock is on" in words(entry)
    QTest.keyClicks(entry.field, "c")
    assert "Caps Lock" not in words(entry)


@pytest.mark.parametrize("text", ["１", "密", "abcＡ"])
def test_wide_characters_warn(entry: PinEntry, text: str) -> None:
    entry.field.setText(text)
    assert "switch the input method off" in words(entry)
    entry.empty()
    assert "input method" not in words(entry)
    assert has_wide(text)


def test_letters_under_way_in_an_input_method_warn(entry: PinEntry) -> None:
    entry.field.eye.click()
    QApplication.sendEvent(entry.field, QInputMethodEvent("mi", []))
    assert "switch the input method off" in words(entry)
    QApplication.sendEvent(entry.field, QInputMethodEvent("", []))
    assert "input method" not in words(entry)


def test_what_shows_cannot_be_copied(entry: PinEntry) -> None:
    QApplication.clipboard().setText("before")
    entry.field.setText("secret-1")
    for reveal in (False, True):
        if reveal:
            entry.field.eye.click()
        entry.field.selectAll()
        QTest.keyClick(entry.field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(entry.field, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
        entry.field.copy()
        assert QApplication.clipboard().text() == "before"
        assert entry.text == "secret-1"


def test_emptied_is_not_brought_back(entry: PinEntry) -> None:
    entry.field.eye.click()
    QTest.keyClicks(entry.field, "secret")
    entry.empty()
    QTest.keyClick(entry.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry.text == ""


def test_an_error_stands_under_it_until_it_is_forgiven(entry: PinEntry) -> None:
    entry.refuse("Wrong", "Because")
    assert "Wrong\nBecause" in words(entry)
    assert entry.field.property("wrong") is True
    assert entry.field.accessibleDescription() == "Wrong Because"
    entry.refuse("Other", "Reason")
    assert "Wrong" not in words(entry)
    entry.forgive()
    assert not entry.refused
    assert entry.field.property("wrong") is False


def test_emptied_is_hidden_again(entry: PinEntry) -> None:
    QTest.keyClicks(entry.field, "1234")
    QTest.mouseClick(entry.field.eye, Qt.MouseButton.LeftButton)
    assert entry.field.echoMode() is QLineEdit.EchoMode.Normal
    entry.empty()
    assert entry.field.echoMode() is QLineEdit.EchoMode.Password
    assert entry.field.eye.accessibleName() == "Show what is typed"
