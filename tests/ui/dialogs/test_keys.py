"""The sheet of keys names every key the window has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest

from tokenmgr.ui.dialogs.keys import KeyCap, KeysSheet, every_key
from tokenmgr.ui.scrim import Scrim
from tokenmgr.ui.window import PAGES

if TYPE_CHECKING:
    from tests.ui.conftest import MakeWindow


def test_every_key_of_the_window_is_on_it(window: MakeWindow) -> None:
    shown = window()
    said = {key for _, keys in every_key() for key in keys}
    real = {each.key().toString() for each in shown.findChildren(QShortcut)}
    pages = {f"Ctrl+{number}" for number in range(1, len(PAGES) + 1)}
    assert real - pages == said - pages - {"Esc", "Return"}
    assert said & pages == {"Ctrl+1", f"Ctrl+{len(PAGES)}"}


def test_f1_opens_it(window: MakeWindow) -> None:
    shown = window()
    QTest.keyClick(shown, Qt.Key.Key_F1)
    sheet = shown.findChildren(Scrim)[0].sheet
    assert isinstance(sheet, KeysSheet)
    assert len(sheet.findChildren(KeyCap)) == sum(len(keys) for _, keys in every_key())
    assert all(cap.width() >= cap.sizeHint().width() for cap in sheet.findChildren(KeyCap))
