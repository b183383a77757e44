"""Work goes out, what it found comes home; nobody waits here."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, QTimer

from tokenmgr.model.errors import Cancelled, TokenGone
from tokenmgr.session.lane import Lane, WrongThread
from tokenmgr.ui import bridge as bridge_module
from tokenmgr.ui.bridge import Bridge

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_work_is_done_elsewhere_and_told_here(qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    Bridge().run(threading.get_ident, lambda worker: told.append((worker, threading.get_ident())))
    bridge = Bridge()
    bridge.run(threading.get_ident, lambda worker: told.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    worker, here = told[-1]
    assert worker != here == threading.get_ident()


def test_an_error_comes_home_as_one(qtbot: QtBot) -> None:
    bridge = Bridge()
    told: list[Any] = []

    def fail() -> None:
        raise TokenGone

    bridge.run(fail, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], TokenGone)


def test_a_fault_of_the_program_is_told_and_not_swallowed(qtbot: QtBot) -> None:
    bridge = Bridge()
    with qtbot.waitSignal(bridge.stumbled) as heard:
        bridge.run(lambda: 1 // 0)
    assert isinstance(heard.args[0], ZeroDivisionError)


def test_nobody_is_told_who_stopped_or_is_gone(qtbot: QtBot) -> None:
    bridge, go = Bridge(), threading.Event()
    told: list[Any] = []
    owner = QObject()
    bridge.run(go.wait, told.append).stop()
    bridge.run(go.wait, told.append, owner=owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not told)
    del owner
    go.set()
    qtbot.wait(50)
    assert told == []


def test_this_thread_waits_for_no_token(qtbot: QtBot) -> None:
    Bridge()
    with pytest.raises(WrongThread), Lane().turn():
        pass


def answered(answer: Callable[[str | None], None]) -> None:
    answer("yes")


def test_a_question_is_answered_here_while_the_worker_waits(qtbot: QtBot) -> None:
    bridge = Bridge()
    told: list[Any] = []
    bridge.run(lambda: bridge.ask(answered), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["yes"]


def test_no_answer_is_cancelled(qtbot: QtBot) -> None:
    bridge = Bridge()
    told: list[Any] = []
    bridge.run(lambda: bridge.ask(lambda answer: answer(None)), failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Cancelled)


def test_many_come_home_in_the_order_they_finish(qtbot: QtBot) -> None:
    bridge = Bridge()
    told: list[Any] = []

    def work(number: int) -> int:
        time.sleep(0.01 * number)
        return number

    for number in (3, 1, 2):
        bridge.run(lambda number=number: work(number * 3), told.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [3, 6, 9]


def test_who_waits_for_work_that_fell_is_told_after_everybody(qtbot: QtBot) -> None:
    bridge, told = Bridge(), list[str]()
    bridge.stumbled.connect(lambda _error: told.append("everybody"))
    bridge.run(lambda: 1 // 0, lambda _result: told.append("done"), fallen=lambda _none: told.append("who waits"))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["everybody", "who waits"]


def test_many_that_come_at_once_leave_others_their_turn(qtbot: QtBot) -> None:
    bridge, order = Bridge(), list[str]()

    def serve() -> None:
        time.sleep(bridge_module.SERVING_SECONDS / 2)
        order.append("home")

    for _ in range(6):
        bridge.home(serve)
    QTimer.singleShot(0, lambda: order.append("key"))
    qtbot.waitUntil(lambda: order.count("home") == 6)
    assert order.index("key") < 4


def test_one_that_falls_takes_no_other_with_it(qtbot: QtBot) -> None:
    bridge, told = Bridge(), list[int]()
    with qtbot.captureExceptions() as fallen:
        bridge.home(lambda: 1 // 0)
        bridge.home(lambda: told.append(1))
        qtbot.waitUntil(lambda: told == [1])
    assert len(fallen) == 1
    bridge.home(lambda: told.append(2))
    qtbot.waitUntil(lambda: told == [1, 2])


def test_a_question_that_cannot_be_put_is_a_no_and_keeps_nobody_waiting(qtbot: QtBot) -> None:
    bridge = Bridge()
    told: list[object] = []

    def broken(_answer: object) -> None:
        raise RuntimeError("gone")

    with qtbot.waitSignal(bridge.stumbled):
        bridge.run(lambda: bridge.ask(broken), failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Cancelled)
