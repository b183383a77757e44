"""The tries left on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui import sample
from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.ui import theme
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.widgets.chip import Chip
from tokenmgr.ui.widgets.tries_line import TriesLine
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

UNKNOWN = TriesLeft(None, Certainty.UNKNOWN, Why.NOTHING)


def line(qtbot: QtBot, tries: TriesLeft, why: Callable[[], object] | None = None) -> TriesLine:
    made = TriesLine(tries, why)
    qtbot.addWidget(made)
    made.resize(400, 60)
    made.show()
    return made


def read(made: TriesLine) -> str:
    return " ".join(each.text() for each in made.findChildren(QLabel) if each.isVisible() and each.text())


def number(made: TriesLine) -> QLabel:
    return next(each for each in made.findChildren(QLabel) if each.accessibleName())


@pytest.mark.parametrize(
    ("tries", "words"),
    [
        (sample.exact(12), "12 of 15 tries left"),
        (TriesLeft(8, Certainty.AT_MOST, Why.LEDGER), "8 tries left"),
        (UNKNOWN, "? tries left"),
    ],
)
def test_it_can_be_read_as_a_sentence(tries: TriesLeft, words: str, dressed: Callable[..., None], qtbot: QtBot) -> None:
    dressed(Language.EN)
    assert read(line(qtbot, tries)) == words


@pytest.mark.parametrize(
    ("left", "colour", "marked"), [(12, "text", False), (5, "warn", True), (2, "bad", True), (0, "bad", True)]
)
def test_the_fewer_the_louder_and_never_by_colour_alone(
    left: int, colour: str, marked: bool, dressed: Callable[..., None], qtbot: QtBot
) -> None:
    made = line(qtbot, sample.exact(15))
    made.show_tries(sample.exact(left))
    assert number(made).palette().windowText().color().name().upper() == getattr(theme.LIGHT, colour)
    assert made.findChildren(Icon)[0].isVisible() is marked
    assert str(left) in number(made).accessibleName()


def test_how_surely_is_said(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = line(qtbot, sample.exact(12))
    said = []
    for tries in (sample.exact(12), sample.at_most(8), UNKNOWN):
        made.show_tries(tries)
        said.append(made.findChildren(Chip)[0].accessibleName())
    assert said == ["精确", "最多", "未知"]


def test_whoever_asks_why_is_answered(dressed: Callable[..., None], qtbot: QtBot) -> None:
    asked: list[str] = []
    made = line(qtbot, sample.exact(12), lambda: asked.append("why"))
    [why] = made.findChildren(QPushButton)
    why.click()
    assert asked == ["why"]
    assert why.accessibleName()
    assert not line(qtbot, sample.exact(12)).findChildren(QPushButton)
