"""The search as it is used: letters, arrows, Return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tokenmgr.ui.scrim import Scrim
from tokenmgr.ui.search import Results, SearchSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.window import Window


def opened(window: MakeWindow) -> tuple[Window, SearchSheet, QLineEdit]:
    shown = window()
    QTest.keyClick(shown, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    sheet = shown.findChildren(Scrim)[0].sheet
    assert isinstance(sheet, SearchSheet)
    field = sheet.findChildren(QLineEdit)[0]
    assert field.hasFocus()
    return shown, sheet, field


def results(sheet: SearchSheet) -> Results:
    return sheet.findChildren(Results)[0]


def test_letters_arrows_and_return_open_a_page(window: MakeWindow, screen: Screen) -> None:
    shown, sheet, field = opened(window)
    QTest.keyClicks(field, "privacy")
    assert results(sheet).currentItem().text() == "隐私"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not screen.busy
    assert shown.page.accessibleName() == "设置"


def test_arrows_walk_while_the_field_keeps_the_keyboard(window: MakeWindow, screen: Screen) -> None:
    _, sheet, field = opened(window)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert results(sheet).currentRow() == 1
    assert field.hasFocus()


def test_what_it_opens_may_be_a_dialog(window: MakeWindow, screen: Screen) -> None:
    shown, _, field = opened(window)
    field.insert("快捷键")  # an input method types whole words
    QTest.keyClick(field, Qt.Key.Key_Return)
    sheet = shown.findChildren(Scrim)[0].sheet
    assert sheet is not None
    assert sheet.accessibleName() == "键盘快捷键"


def test_nothing_found_says_so_and_return_does_nothing(window: MakeWindow, screen: Screen) -> None:
    _, sheet, field = opened(window)
    QTest.keyClicks(field, "qqqqqq")
    assert not results(sheet).isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sheet.isVisible()


def test_a_click_is_enough(window: MakeWindow, screen: Screen) -> None:
    _, sheet, field = opened(window)
    field.insert("日志")
    found = results(sheet)
    rect = found.visualItemRect(found.item(found.count() - 1))
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert not screen.busy


def test_escape_leaves_everything_as_it_was(window: MakeWindow, screen: Screen) -> None:
    shown, _, field = opened(window)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not screen.busy
    assert shown.page.accessibleName() == "需要处理"


def test_rows_can_be_heard(window: MakeWindow, dressed: Callable[..., None]) -> None:
    _, sheet, _ = opened(window)
    said = results(sheet).item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "更改密码..., 我的电子证书 ·8F21"
