"""What lies between the window and a sheet."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from shiboken6 import delete

from tests.ui.parts import part
from tokenmgr.ui import theme
from tokenmgr.ui.scrim import SCRIM, Scrim
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.nav import NavItem

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen


class Question(Sheet):
    """What the work of an open sheet asks."""

    takes_place = True


def made(screen: Screen, title: str, kind: type[Sheet] = Sheet) -> Sheet:
    sheet = kind(screen, title)
    sheet.foot("Do it", lambda: None)
    return sheet


def test_it_darkens_everything_and_is_as_large_as_the_window(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    bright = shown.grab().toImage().pixelColor(100, 700)
    screen.lay(made(screen, "one"))
    scrim = part(shown, Scrim)
    shown.resize(1000, 720)
    assert scrim.geometry() == shown.rect()
    dark = shown.grab().toImage().pixelColor(100, 700)
    assert bright.name().upper() == theme.LIGHT.sidebar
    assert abs(dark.red() - bright.red() * (255 - SCRIM) // 255) <= 2


def test_the_mouse_does_not_reach_what_is_below(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    screen.lay(made(screen, "one"))
    item = shown.findChildren(NavItem)[2]
    at = item.mapTo(shown, QPoint(10, 10))
    before = shown.page
    assert shown.childAt(at) is part(shown, Scrim)
    QTest.mouseClick(shown.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert shown.page is before


def test_the_first_field_has_the_keyboard(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    sheet = made(screen, "one")
    screen.lay(sheet)
    assert sheet.isAncestorOf(shown.focusWidget())


def test_a_question_takes_the_place_of_the_sheet_that_asks_and_gives_it_back(
    window: MakeWindow, screen: Screen, qtbot: QtBot
) -> None:
    shown, go = window(), threading.Event()
    asking, question = made(screen, "asking"), made(screen, "question", Question)
    screen.lay(asking)
    asking.work(lambda: go.wait(10), lambda _result: None)
    screen.lay(question)
    assert part(shown, Scrim).sheet is question
    assert not asking.isVisible()
    question.reject()
    assert part(shown, Scrim).sheet is asking
    assert asking.isVisible()
    assert screen.busy
    go.set()
    qtbot.waitUntil(lambda: not asking.working)
    asking.reject()
    assert not part(shown, Scrim).isVisible()


def test_a_question_of_nobodys_work_is_not_laid(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    idle = made(screen, "idle")
    screen.lay(idle)
    screen.lay(made(screen, "question", Question))
    assert part(shown, Scrim).sheet is idle


def test_where_the_keyboard_was_may_be_gone(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    item = shown.findChildren(NavItem)[0]
    item.setFocus()
    sheet = made(screen, "one")
    screen.lay(sheet)
    delete(item)
    sheet.reject()
    assert not screen.busy


def test_the_keyboard_goes_back_to_what_was_made_anew(window: MakeWindow, screen: Screen, qtbot: QtBot) -> None:
    shown = window("home")
    buttons = shown.page.findChildren(QPushButton)
    more = next(each for each in buttons if each.accessibleName() == "我的电子证书 的更多操作")
    more.setFocus()
    screen.lay(made(screen, "one"))
    first = screen.glance.tokens[0]
    screen.show(screen.glance._replace(tokens=(first._replace(alias=first.alias, unlocked_minutes=5),)))
    part(shown, Scrim).sheet.reject()  # type: ignore[union-attr]
    wanted = "我的电子证书 的更多操作"
    qtbot.waitUntil(lambda: (shown.focusWidget() or shown).accessibleName() == wanted)
    assert shown.focusWidget() is not more
