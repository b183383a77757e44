"""Text is never markup, never too long, and cut where there is no room."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.text import LONGEST, Elided, Tail, Text, hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

MARKUP = "<b>x</b> &amp; <img src='file:///etc/passwd'>"
HUGE = 200_000


@pytest.mark.parametrize("kind", [Text, Elided])
def test_markup_is_shown_as_it_is_written(kind: type[Text], dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = kind(MARKUP)
    qtbot.addWidget(made)
    made.resize(2000, 20)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == MARKUP


@pytest.mark.parametrize("kind", [Text, Elided])
def test_two_hundred_thousand_letters_cost_nothing(
    kind: type[Text], dressed: Callable[..., None], qtbot: QtBot
) -> None:
    began = time.thread_time()
    made = kind("W" * HUGE)
    qtbot.addWidget(made)
    made.resize(300, 20)
    made.grab()
    made.say("V" * HUGE)
    assert time.thread_time() - began < 0.2
    assert len(made.text()) <= LONGEST + 1
    assert len(made.toolTip()) < LONGEST + 20


def test_it_is_cut_in_the_middle_and_whole_in_its_tool_tip(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = Elided("the beginning and then the end")
    qtbot.addWidget(made)
    made.resize(100, 20)
    made.show()
    assert made.text().startswith("the")
    assert made.text().endswith("end")
    assert "…" in made.text()
    assert made.toolTip() == "<span>the beginning and then the end</span>"
    assert made.accessibleName() == "the beginning and then the end"
    made.resize(1000, 20)
    assert (made.text(), made.toolTip()) == ("the beginning and then the end", "")


def test_another_text_is_cut_anew(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = Elided("short", mode=Qt.TextElideMode.ElideRight)
    qtbot.addWidget(made)
    made.resize(60, 20)
    made.show()
    made.say("W" * 50)
    assert made.text().endswith("…")
    assert made.accessibleName() == "W" * 50
    made.say("a")
    assert (made.text(), made.toolTip()) == ("a", "")


def test_it_asks_for_room_and_gives_way(dressed: Callable[..., None], qtbot: QtBot) -> None:
    short, long = Elided("i"), Elided("W" * 500)
    for each in (short, long):
        qtbot.addWidget(each)
    assert short.minimumSizeHint().width() == short.sizeHint().width()
    assert long.minimumSizeHint().width() == 48
    assert 1000 < long.sizeHint().width() <= 4096


def test_a_tool_tip_is_no_markup(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    hint(widget, "<b>A & B</b>")
    assert widget.toolTip() == "<span>&lt;b&gt;A &amp; B&lt;/b&gt;</span>"
    hint(widget, "")
    assert widget.toolTip() == ""


def test_a_colour_by_its_role(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = Text("█" * 8, role="bad")
    qtbot.addWidget(made)
    made.resize(120, 20)
    for role in ("bad", "ok"):
        made.paint_as(role)
        assert made.palette().windowText().color().name().upper() == getattr(theme.LIGHT, role)


def test_the_end_of_a_serial_number(dressed: Callable[..., None], qtbot: QtBot) -> None:
    tail, nothing = Tail("8F21"), Tail("")
    for each in (tail, nothing):
        qtbot.addWidget(each)
    assert (tail.text(), nothing.text()) == ("·8F21", "")
    usual = Text("·8F21", "second")
    qtbot.addWidget(usual)
    assert tail.sizeHint().width() <= usual.sizeHint().width()
