"""The window: pages, keys, messages, and what lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui import sample
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.banner import Banner
from tokenmgr.ui.widgets.nav import NavItem, Sidebar
from tokenmgr.ui.window import PAGES, Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen


def named(window: Window, name: str) -> QAbstractButton:
    return next(each for each in window.findChildren(QAbstractButton) if each.accessibleName() == name)


def places(window: Window) -> list[NavItem]:
    return window.findChildren(Sidebar)[0].findChildren(NavItem)


def test_every_page_opens_by_its_place_and_by_its_key(window: MakeWindow, qtbot: QtBot) -> None:
    shown = window()
    for number, item in enumerate(places(shown), 1):
        item.click()
        by_place = shown.page
        shown.open_page("home")
        QTest.keyClick(shown, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert shown.page is by_place
    assert len(places(shown)) == len(PAGES)


def test_what_waits_is_counted_at_its_place(window: MakeWindow) -> None:
    shown = window()
    shown.screen.show(sample.full())
    assert shown.findChildren(NavItem)[0].accessibleName() == "首页, 3"


def test_one_message_at_a_time_and_it_can_be_closed(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    screen.say(Message("ok", "one"))
    screen.say(Message("bad", "two"))
    visible = [each for each in shown.findChildren(Banner) if each.isVisible()]
    assert [each.accessibleName() for each in visible] == ["two"]
    named(shown, "关闭这条消息").click()
    screen.say(None)
    assert not [each for each in shown.findChildren(Banner) if each.isVisible()]


def test_a_fault_of_the_program_is_told(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    screen.bridge.stumbled.emit(ValueError("secret"))
    banner = next(each for each in shown.findChildren(Banner) if each.isVisible())
    assert "ValueError" in banner.accessibleName()
    assert "secret" not in banner.accessibleName()


def test_never_a_sheet_on_a_sheet(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    first, second = Sheet(screen, "one"), Sheet(screen, "two")
    first.foot_close()
    second.foot_close()
    screen.lay(first)
    screen.lay(second)
    assert [each.accessibleName() for each in shown.findChildren(Sheet) if each.isVisible()] == ["one"]


def test_escape_ends_a_sheet_and_the_keyboard_goes_back(window: MakeWindow, screen: Screen, qtbot: QtBot) -> None:
    shown = window()
    shown.activateWindow()
    item = shown.findChildren(NavItem)[0]
    item.setFocus()
    sheet = Sheet(screen, "one")
    sheet.foot_close()
    screen.lay(sheet)
    opened = screen.busy
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert (opened, screen.busy) == (True, False)
    assert shown.focusWidget() is item


def test_no_key_of_the_window_works_under_a_sheet(window: MakeWindow, screen: Screen, qtbot: QtBot) -> None:
    shown = window()
    sheet = Sheet(screen, "one")
    sheet.foot_close()
    screen.lay(sheet)
    before = shown.page
    QTest.keyClick(shown, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert shown.page is before


def test_tab_stays_in_the_sheet(window: MakeWindow, screen: Screen, qtbot: QtBot) -> None:
    shown = window()
    shown.activateWindow()
    sheet = Sheet(screen, "one", sample.HK)
    sheet.foot("go", lambda: None)
    screen.lay(sheet)
    for _ in range(8):
        QTest.keyClick(shown.focusWidget() or sheet, Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(shown.focusWidget())


def test_a_sheet_of_a_token_that_left_ends(window: MakeWindow, screen: Screen) -> None:
    window()
    sheet = Sheet(screen, "one", sample.HK)
    sheet.foot_close()
    screen.lay(sheet)
    screen.show(sample.empty())
    assert not screen.busy


def test_the_place_is_kept_and_restored(window: MakeWindow, screen: Screen) -> None:
    first = window(size=(900, 650))
    kept = first.place()
    second = Window(screen)
    second.restore(kept)
    assert (second.width(), second.height()) == (900, 650)
    second.deleteLater()


def test_closing_asks_whoever_runs_the_program(window: MakeWindow, qtbot: QtBot) -> None:
    shown = window()
    with qtbot.waitSignal(shown.closing):
        shown.close()
    assert shown.isVisible()
