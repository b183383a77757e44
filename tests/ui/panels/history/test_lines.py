"""The lines as a list."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui import sample
from tokenmgr.ui.event_words import EventWords, event_words
from tokenmgr.ui.panels.history.lines import LineList, Lines, day_words, spoken
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tokenmgr.session.events import Event


@pytest.fixture(autouse=True)
def english(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)


def shown(lines: Lines) -> list[str]:
    return [lines.index(row).data() for row in range(lines.rowCount())]


def test_days_are_headings() -> None:
    lines = Lines()
    old = sample.event(1, "left", 60 * 24 * 30)
    lines.show_events([sample.event(3, "arrived", 1), sample.event(2, "left", 60 * 24), old], sample.NOW)
    found = shown(lines)
    assert (found[0], found[2], found[4]) == ("Today", "Yesterday", old.at.astimezone().strftime("%Y-%m-%d"))
    assert len(found) == 6


def test_a_day_is_no_line_to_be_chosen() -> None:
    lines = Lines()
    lines.show_events([sample.event(3, "arrived", 1)], sample.NOW)
    selectable = [bool(lines.index(row).flags() & Qt.ItemFlag.ItemIsSelectable) for row in range(2)]
    assert selectable == [False, True]


def test_a_line_is_one_sentence_for_those_who_hear_it() -> None:
    event = sample.event(3, "others-missed", 16, "other-program", count=3)
    said = spoken(event)
    assert "Wrong PIN, 3 times" in said
    assert "Another program" in said
    assert said.endswith("我的电子证书 ·8F21")


def test_names_from_outside_cannot_turn_the_line_around() -> None:
    assert "\u202e" not in spoken(sample.event(1, "arrived", 1)._replace(name="abc\u202edef"))


def test_a_thousand_lines_are_put_into_words_only_where_they_are_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tokenmgr.ui.panels.history import lines as module

    said: list[int] = []

    def listening(event: Event) -> EventWords:
        said.append(event.number)
        return event_words(event)

    monkeypatch.setattr(module, "event_words", listening)
    lines = Lines()
    view = LineList(lines)
    qtbot.addWidget(view)
    view.resize(600, 400)
    lines.show_events([sample.event(number, "signed", 1) for number in range(1000, 0, -1)], sample.NOW)
    view.show()
    view.grab()
    assert 0 < len(set(said)) < 30


def test_ctrl_c_copies_the_chosen_line(qtbot: QtBot) -> None:
    lines = Lines()
    view = LineList(lines)
    qtbot.addWidget(view)
    lines.show_events([sample.event(3, "arrived", 1)], sample.NOW)
    view.show()
    view.setCurrentIndex(lines.index(1))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Token inserted" in QApplication.clipboard().text()


def test_yesterday_is_a_day_of_the_calendar() -> None:
    assert day_words(sample.NOW, sample.NOW) == "Today"
    assert day_words(sample.NOW - timedelta(days=1), sample.NOW) == "Yesterday"
