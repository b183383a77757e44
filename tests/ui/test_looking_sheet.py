"""A newer look takes the place of the one before; what is no look is never called off."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tokenmgr.ui.looking_sheet import LookingSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Screen


def test_only_the_last_look_is_answered(screen: Screen, qtbot: QtBot) -> None:
    sheet, go, found = LookingSheet(screen, "A sheet"), threading.Event(), list[object]()
    qtbot.addWidget(sheet)
    sheet.look_into(lambda: go.wait(10) and "first", found.append)
    sheet.look_into(lambda: "second", found.append)
    qtbot.waitUntil(lambda: found == ["second"])
    go.set()
    qtbot.wait(50)
    assert found == ["second"]
    assert not sheet.working


def test_called_off_it_works_no_longer(screen: Screen, qtbot: QtBot) -> None:
    sheet, go, found = LookingSheet(screen, "A sheet"), threading.Event(), list[object]()
    qtbot.addWidget(sheet)
    sheet.look_into(lambda: go.wait(10), found.append)
    assert sheet.looking
    sheet.call_off()
    assert (sheet.looking, sheet.working) == (False, False)
    go.set()
    qtbot.wait(50)
    assert found == []


def test_work_that_is_no_look_goes_on(screen: Screen, qtbot: QtBot) -> None:
    sheet, go, found = LookingSheet(screen, "A sheet"), threading.Event(), list[object]()
    qtbot.addWidget(sheet)
    sheet.work(lambda: go.wait(10), found.append)
    sheet.call_off()
    assert (sheet.looking, sheet.working) == (False, True)
    go.set()
    qtbot.waitUntil(lambda: found == [True])
