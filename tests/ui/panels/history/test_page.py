"""The page over a real record."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from tests.ui import sample
from tests.ui.at_work import HK, AtWork
from tests.ui.parts import part
from tests.ui.zones import OVERNIGHT, in_china
from tokenmgr.ui.panels.history.filters import Wanted
from tokenmgr.ui.panels.history.lines import LineList
from tokenmgr.ui.panels.history.page import HistoryPage
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.segmented import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.session.events import Event
    from tokenmgr.ui.screen import Screen

INTACT = "Record intact: every line is as it was written"


def lines_of(page: HistoryPage) -> list[str]:
    model = page.findChildren(LineList)[0].model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def page(work: AtWork) -> HistoryPage:
    token = work.token(HK)
    work.history.add("pin-wrong", token, "Mine", "this-program", tries=14, purpose="open")
    work.history.add("signed", token, "Mine", "this-program", file="contract.pdf")
    work.history.add("cleared", None, "", "this-program", count=0)
    work.window.open_page("history")
    page = work.window.page
    assert isinstance(page, HistoryPage)
    work.until(lambda: INTACT in work.words())
    return page


def test_newest_first_with_its_day(page: HistoryPage) -> None:
    found = lines_of(page)
    assert found[0] == "Today"
    assert "contract.pdf" in found[2]
    assert "14 tries left" in found[3]


def test_filters_by_group_token_and_words(work: AtWork, page: HistoryPage) -> None:
    work.seen(Segment, "Use").click()
    assert len(lines_of(page)) == 2
    work.seen(Segment, "All").click()
    tokens = work.seen(QComboBox, "Of which token")
    tokens.setCurrentIndex(1)
    tokens.activated.emit(1)
    assert len(lines_of(page)) == 3
    work.seen(QLineEdit, "Search the history").setText("contract")
    work.until(lambda: len(lines_of(page)) == 2)
    work.seen(QLineEdit, "Search the history").setText("nothing like it")
    work.until(lambda: "No line fits these filters." in work.words())


def test_words_are_looked_for_when_they_are_typed_and_not_at_each_letter(
    window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window("history").page
    assert isinstance(page, HistoryPage)
    looked: list[str] = []

    def look(wanted: Wanted, events: Iterable[Event]) -> list[Event]:
        looked.append(wanted.text)
        return list(events)

    monkeypatch.setattr(Wanted, "of", look)
    QTest.keyClicks(part(page, QLineEdit), "8F21")
    assert looked == []
    qtbot.waitUntil(lambda: looked == ["8F21"])


def test_what_is_added_meanwhile_appears(work: AtWork, page: HistoryPage) -> None:
    work.history.add("renamed", work.token(HK), "Mine", "this-program", label="New name")
    work.look_now()
    work.until(lambda: any("New name" in line for line in lines_of(page)))


def test_the_chosen_line_stays_chosen(window: MakeWindow, screen: Screen) -> None:
    page = window("history").page
    shown = part(page, LineList)
    shown.setCurrentIndex(shown.model().index(2, 0))
    before = shown.currentIndex().data()
    events = (sample.event(4, "left", 0, "token"), *sample.full().events)
    screen.show(sample.full()._replace(events=events))
    assert shown.currentIndex().row() == 3
    assert shown.currentIndex().data() == before
    assert [each.row() for each in shown.selectedIndexes()] == [3]
    screen.show(sample.full()._replace(events=(sample.event(5, "arrived", 0, "token"), events[0])))
    assert shown.selectedIndexes() == []


def test_opened_for_a_token_only_its_lines_show(work: AtWork, page: HistoryPage) -> None:
    work.screen.go("history", work.token(HK))
    assert len(lines_of(page)) == 3


def test_a_changed_line_is_told_by_its_number(work: AtWork, page: HistoryPage, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "home" / "history.sqlite") as connection:
        connection.execute("UPDATE line SET facts = '{}' WHERE kind = 'signed'")
        number = connection.execute("SELECT number FROM line WHERE kind = 'signed'").fetchone()[0]
    connection.close()
    work.history.add("tested", work.token(HK), "Mine", "this-program")
    work.look_now()
    work.until(lambda: f"Line {number} was changed or is missing" in work.words())


def test_export(work: AtWork, page: HistoryPage, tmp_path: Path) -> None:
    page.export(tmp_path / "out.json", "json")
    work.until(lambda: work.said)
    assert {line["kind"] for line in json.loads((tmp_path / "out.json").read_text("utf-8"))} >= {"signed", "pin-wrong"}
    page.export(tmp_path / "missing" / "out.csv", "csv")
    work.until(lambda: len(work.said) > 1)
    told = work.said[-1]
    assert isinstance(told, Message)
    assert told.tone == "bad"


def test_before_the_desk_is_there_it_shows_what_the_glance_has(window: MakeWindow) -> None:
    page = window("history").page
    assert isinstance(page, HistoryPage)
    assert len(lines_of(page)) == 4
    assert [label for label in page.findChildren(QLabel) if label.text() == "正在核对记录..."]


def test_nothing_yet(window: MakeWindow) -> None:

    page = window("history", sample.empty()._replace(events=())).page
    assert [label for label in page.findChildren(QLabel) if label.isVisible() and label.text() == "还没有记录"]
    assert not [press for press in page.findChildren(QPushButton) if press.isVisible()]


def test_today_is_over_at_midnight(window: MakeWindow, screen: Screen) -> None:
    with in_china():
        page = window("history").page
        assert isinstance(page, HistoryPage)
        assert lines_of(page)[0] == "今天"
        screen.show(sample.full()._replace(taken=sample.NOW + OVERNIGHT))
        assert lines_of(page)[0] == "昨天"
