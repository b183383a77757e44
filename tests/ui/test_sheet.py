"""A dialog over the window: as high as its content, honest about what is under way and what went wrong."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget

from tests.ui import sample
from tests.ui.parts import part
from tokenmgr.model.errors import Cancelled, TokenFull
from tokenmgr.model.pin import PinKind
from tokenmgr.ui import theme
from tokenmgr.ui.error_words import error_words
from tokenmgr.ui.sheet import Sheet, Trouble
from tokenmgr.ui.widgets.banner import Banner
from tokenmgr.ui.widgets.token_line import Tries

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.window import Window


class Laid:
    """A sheet on a window, and what was pressed."""

    def __init__(self, shown: Window, token: TokenId | None = None) -> None:
        self.window = shown
        self.acted: list[str] = []
        self.sheet = Sheet(shown.screen, "Title", token)
        self.sheet.foot("Do it", lambda: self.acted.append("done"))
        shown.screen.lay(self.sheet)

    def named(self, name: str) -> QPushButton:
        found = self.sheet.findChildren(QPushButton)
        return next(each for each in found if name in (each.text(), each.accessibleName()))

    @property
    def working(self) -> bool:
        return part(self.sheet, QProgressBar).isVisible()


@pytest.fixture
def laid(window: MakeWindow) -> Laid:
    return Laid(window())


def test_as_high_as_its_content_as_far_as_the_window_goes(laid: Laid) -> None:
    before = laid.sheet.height()
    block = QWidget()
    block.setFixedHeight(100)
    laid.sheet.body.addWidget(block)
    block.show()
    laid.sheet.settle()
    assert laid.sheet.height() == before + 100
    block.setFixedHeight(3000)
    laid.sheet.settle()
    assert laid.sheet.height() == laid.window.height() - 32
    laid.window.resize(1000, 620)
    assert laid.sheet.height() == 620 - 32
    assert abs(laid.sheet.geometry().center().x() - 500) <= 1


def test_its_name_and_its_shades(laid: Laid) -> None:
    assert laid.sheet.accessibleName() == "Title"
    picture = laid.sheet.grab().toImage()
    shades = [picture.pixelColor(10, y).name().upper() for y in (4, 44, laid.sheet.height() - 5)]
    assert shades == [theme.LIGHT.sidebar, theme.LIGHT.raised, theme.LIGHT.sunken]


def test_return_acts_only_where_the_action_can_be_pressed(laid: Laid) -> None:
    laid.sheet.action.setEnabled(False)
    QTest.keyClick(laid.sheet, Qt.Key.Key_Return)
    assert laid.acted == []
    laid.sheet.action.setEnabled(True)
    QTest.keyClick(laid.sheet, Qt.Key.Key_Enter)
    assert laid.acted == ["done"]


def test_return_presses_the_button_that_has_the_keyboard_and_no_other(laid: Laid, screen: Screen) -> None:
    """Whatever a desktop's own style does with Return: on "Cancel" it is a no."""
    laid.sheet.cancel.setFocus()
    QTest.keyClick(laid.sheet, Qt.Key.Key_Return)
    assert laid.acted == []
    assert not screen.busy


@pytest.mark.parametrize(("kind", "first"), [("primary", "action"), ("danger", "cancel")])
def test_a_sheet_without_a_field_begins_at_its_way_on_or_away_from_danger(
    window: MakeWindow, screen: Screen, kind: str, first: str
) -> None:
    shown = window()
    sheet = Sheet(screen, "Title")
    sheet.foot("Do it", lambda: None, kind)
    screen.lay(sheet)
    assert shown.focusWidget() is getattr(sheet, first)


def test_return_on_a_choice_does_nothing_dangerous(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    sheet, acted = Sheet(screen, "Title"), list[str]()
    box = QCheckBox("Everything")
    sheet.body.addWidget(box)
    sheet.foot("Delete", lambda: acted.append("done"), "danger")
    screen.lay(sheet)
    assert shown.focusWidget() is sheet.cancel
    box.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert acted == []


@pytest.mark.parametrize("way", ["取消", "关闭", "Escape"])
def test_every_way_out(way: str, laid: Laid, screen: Screen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(laid.sheet.over):
        QTest.keyClick(laid.sheet, Qt.Key.Key_Escape) if way == "Escape" else laid.named(way).click()
    assert not screen.busy
    assert laid.acted == []


def test_a_sheet_that_only_shows_has_one_button_and_return_presses_it(
    window: MakeWindow, screen: Screen, qtbot: QtBot
) -> None:
    window()
    sheet = Sheet(screen, "Title")
    sheet.foot_close()
    screen.lay(sheet)
    with qtbot.waitSignal(sheet.accepted):
        QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert not screen.busy


def test_the_footer_says_why_not_yet(laid: Laid) -> None:
    extra = QLabel("extra")
    laid.sheet.foot_extra(extra)
    laid.sheet.foot_note("PIN too short")
    note = next(each for each in laid.sheet.findChildren(QLabel) if each.accessibleName() == "PIN too short")
    laid.sheet.foot_note("")
    assert note.text() == ""
    assert laid.sheet.action.isDefault()
    QTest.qWait(0)
    assert extra.mapTo(laid.sheet, extra.pos()).x() < laid.sheet.cancel.mapTo(laid.sheet, laid.sheet.cancel.pos()).x()


def test_work_is_seen_until_it_is_over_and_done_is_told_once(laid: Laid, qtbot: QtBot) -> None:
    go, told = threading.Event(), list[object]()
    laid.sheet.work(lambda: go.wait(10), told.append)
    assert (laid.working, laid.sheet.working) == (True, True)
    assert told == []
    go.set()
    qtbot.waitUntil(lambda: told == [True])
    assert (laid.working, laid.sheet.working) == (False, False)
    assert laid.sheet.isVisible()


def raising(error: BaseException) -> Callable[[], object]:
    def work() -> object:
        raise error

    return work


def test_what_fails_is_said_in_words(laid: Laid, screen: Screen, qtbot: QtBot) -> None:
    words = error_words(screen, TokenFull(sample.HK))
    laid.sheet.work(raising(TokenFull(sample.HK)), lambda _result: None)
    qtbot.waitUntil(lambda: bool(laid.sheet.findChildren(Trouble)))
    assert part(laid.sheet, Trouble).accessibleName().startswith(words.title)
    assert not laid.sheet.working


def test_whoever_has_a_better_place_for_an_error_is_given_it(laid: Laid, qtbot: QtBot) -> None:
    given: list[object] = []
    laid.sheet.work(raising(TokenFull()), lambda _result: None, given.append)
    qtbot.waitUntil(lambda: bool(given))
    assert not laid.sheet.findChildren(Trouble)


def test_a_no_is_no_error(laid: Laid, qtbot: QtBot) -> None:
    given: list[object] = []
    laid.sheet.work(raising(Cancelled()), lambda _result: None, given.append)
    qtbot.waitUntil(lambda: not laid.sheet.working)
    assert given == []
    assert not laid.sheet.findChildren(Trouble)


def test_after_a_fault_of_the_program_the_page_says_so(laid: Laid, screen: Screen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.bridge.stumbled):
        laid.sheet.work(raising(ValueError("fault")), lambda _result: None)
    qtbot.waitUntil(lambda: not screen.busy)
    assert "ValueError" in part(laid.window, Banner).accessibleName()


def test_cancel_gives_up_what_is_under_way(laid: Laid, screen: Screen, qtbot: QtBot) -> None:
    go, told = threading.Event(), list[object]()
    over = threading.Event()

    def work() -> None:
        go.wait(10)
        over.set()

    laid.sheet.work(work, told.append)
    job = laid.sheet._job
    laid.named("取消").click()
    assert not screen.busy
    assert job is not None
    assert job.stopping.is_set(), "work that can stop early sees it"
    go.set()
    assert over.wait(10)
    qtbot.wait(30)
    assert told == []


def test_trouble_is_one_at_a_time_and_takes_room(laid: Laid) -> None:
    before = laid.sheet.height()
    for fact in ("first", "second"):
        laid.sheet.show_trouble(fact, "what it means")
    visible = [each for each in laid.sheet.findChildren(Trouble) if each.isVisible()]
    assert [each.accessibleName() for each in visible] == ["second what it means"]
    assert laid.sheet.height() > before
    laid.sheet.clear_trouble()
    laid.sheet.clear_trouble()
    laid.sheet.settle()
    assert laid.sheet.height() == before


def test_it_shows_what_its_token_has_left_now(window: MakeWindow, screen: Screen) -> None:
    laid = Laid(window(), sample.HK)
    tries = part(laid.sheet, Tries)

    def number() -> list[str]:
        return [each.text() for each in tries.findChildren(QLabel)]

    assert "12" in number()
    screen.show(sample.locked())
    assert "0" in number()
    laid.sheet.count(PinKind.SO)
    assert not tries.isVisible()


def test_while_it_works_a_token_that_left_does_not_end_it(window: MakeWindow, screen: Screen, qtbot: QtBot) -> None:
    laid = Laid(window(), sample.HK)
    go, told = threading.Event(), list[object]()
    laid.sheet.work(lambda: go.wait(10), told.append)
    screen.show(sample.empty())
    assert laid.sheet.isVisible(), "a token that is initialised is gone for a moment"
    go.set()
    qtbot.waitUntil(lambda: bool(told))
    screen.show(sample.empty())
    assert not screen.busy


def test_tab_goes_round_and_passes_over_what_cannot_be_used(laid: Laid) -> None:
    field = QLineEdit()
    laid.sheet.body.addWidget(field)
    field.show()
    laid.sheet.action.setEnabled(False)
    seen = []
    field.setFocus()
    for _ in range(4):
        seen.append(laid.window.focusWidget())
        QTest.keyClick(laid.window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [field, laid.sheet.cancel, laid.named("关闭"), field] or set(seen) == {
        field,
        laid.sheet.cancel,
        laid.named("关闭"),
    }
    QTest.keyClick(laid.window.focusWidget(), Qt.Key.Key_Backtab)
    assert laid.sheet.isAncestorOf(laid.window.focusWidget())
