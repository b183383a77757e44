"""What changes something goes on to its end: seen, told when nobody looks any more, and not cut off by leaving."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tokenmgr.model.errors import Cancelled, TokenFull
from tokenmgr.ui.deeds import Deeds
from tokenmgr.ui.sheet import Sheet, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Message, Screen


class Doing:
    """A sheet whose deed waits until the test lets it go on."""

    def __init__(self, screen: Screen, outcome: BaseException | None = None) -> None:
        self.screen = screen
        self.go = threading.Event()
        self.done: list[object] = []
        self.said: list[Message] = []
        self.ended: list[bool] = []
        screen.said.connect(self.said.append)
        screen.deeds.over.connect(self.ended.append)
        self.sheet = Sheet(screen, "Tidy up")
        self.sheet.foot("Do it", lambda: None)
        screen.lay(self.sheet)

        def deed() -> str:
            self.go.wait(10)
            if outcome is not None:
                raise outcome
            return "done"

        self.sheet.carry_out(deed, self.done.append)

    @property
    def cancel_word(self) -> str:
        return self.sheet.cancel.text()


@pytest.fixture
def doing(window: MakeWindow, screen: Screen) -> Iterator[Callable[..., Doing]]:
    window()
    made: list[Doing] = []

    def make(outcome: BaseException | None = None) -> Doing:
        made.append(Doing(screen, outcome))
        return made[-1]

    yield make
    for each in made:
        each.go.set()


def test_while_it_is_done_there_is_nothing_to_cancel_and_the_button_says_so(
    doing: Callable[..., Doing], qtbot: QtBot
) -> None:
    now = doing(TokenFull())
    assert now.cancel_word == "关闭"
    assert now.screen.deeds.under_way
    now.go.set()
    qtbot.waitUntil(lambda: bool(now.ended))
    assert now.ended == [False]
    qtbot.waitUntil(lambda: bool(now.sheet.findChildren(Trouble)))
    assert now.cancel_word == "取消"
    assert now.said == []


def test_what_went_well_is_told_to_whoever_closed_the_sheet_meanwhile(
    doing: Callable[..., Doing], qtbot: QtBot
) -> None:
    now = doing()
    now.sheet.reject()
    now.go.set()
    qtbot.waitUntil(lambda: now.ended == [True])
    assert [(each.tone, each.fact) for each in now.said] == [("ok", "已完成：Tidy up")]
    assert now.done == []


def test_so_is_what_went_wrong(doing: Callable[..., Doing], qtbot: QtBot) -> None:
    now = doing(TokenFull())
    now.sheet.reject()
    now.go.set()
    qtbot.waitUntil(lambda: now.ended == [False])
    assert [each.tone for each in now.said] == ["bad"]


def test_a_no_is_neither(doing: Callable[..., Doing], qtbot: QtBot) -> None:
    now = doing(Cancelled())
    now.sheet.reject()
    now.go.set()
    qtbot.waitUntil(lambda: now.ended == [True])
    assert now.said == []


def test_a_fault_of_the_program_is_no_success(doing: Callable[..., Doing], screen: Screen, qtbot: QtBot) -> None:
    now = doing(ValueError("fault"))
    now.sheet.reject()
    with qtbot.waitSignal(screen.bridge.stumbled):
        now.go.set()
    qtbot.waitUntil(lambda: bool(now.ended))
    assert not [each for each in now.said if each.tone == "ok"]
    assert now.ended == [False]


def test_what_is_seen_is_told_once(doing: Callable[..., Doing], qtbot: QtBot) -> None:
    now = doing()
    now.go.set()
    qtbot.waitUntil(lambda: now.done == ["done"])
    QTest.qWait(20)
    assert now.said == []
    assert isinstance(now.sheet.cancel, QPushButton)


def test_one_that_went_wrong_among_several_is_remembered_until_all_are_over() -> None:
    deeds, ended = Deeds(), list[bool]()
    deeds.over.connect(ended.append)
    deeds.begin()
    deeds.begin()
    deeds.end(well=False)
    assert (deeds.under_way, ended) == (True, [])
    deeds.end(well=True)
    deeds.begin()
    deeds.end(well=True)
    assert (deeds.under_way, ended) == (False, [False, True])
