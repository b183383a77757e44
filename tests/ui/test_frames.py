"""Work in pieces: one a picture, in order, and none for an owner that is gone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import delete

from tokenmgr.ui.frames import NAME, SHARE_SECONDS, Spread, next_frame, one_a_frame

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_one_a_picture_in_order(qtbot: QtBot) -> None:
    owner = QObject()
    done: list[int] = []
    ticks: list[int] = []
    clock = QTimer(interval=1)
    clock.timeout.connect(lambda: ticks.append(len(done)))
    clock.start()
    one_a_frame(owner, *(lambda number=number: done.append(number) for number in range(3)))
    assert done == [0], "the first at once"
    assert owner.findChild(QTimer, NAME) is not None
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == [0, 1, 2]
    assert {1, 2} <= set(ticks), "others have their turn in between"
    qtbot.waitUntil(lambda: owner.findChild(QTimer, NAME) is None)


def test_nobody_acts_for_an_owner_that_is_gone(qtbot: QtBot) -> None:
    owner = QObject()
    done: list[int] = []
    next_frame(owner, lambda: done.append(1))
    delete(owner)
    qtbot.wait(40)
    assert done == []


def test_each_picture_has_as_many_as_there_is_time_for(qtbot: QtBot) -> None:
    owner, done, pictures = QObject(), list[int](), set[float]()
    spread, clock = Spread(owner), QTimer(interval=1)
    clock.timeout.connect(lambda: pictures.add(len(done)))
    clock.start()

    def slow(number: int) -> None:
        time.sleep(SHARE_SECONDS / 2)
        done.append(number)

    for number in range(6):
        spread.add(lambda number=number: slow(number))  # type: ignore[misc]
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 6)
    assert done == [0, 1, 2, 3, 4, 5]
    assert len(pictures) >= 3, "others have their turn in between"
    spread.add(lambda: done.append(6))
    spread.forget()
    qtbot.wait(40)
    assert done[-1] == 5
