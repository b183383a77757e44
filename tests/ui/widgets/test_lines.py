"""Thin lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.lines import Between, Rule, Upright, joined

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name().upper()


@pytest.mark.parametrize("now", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_one_pixel_of_border(now: theme.Theme, dressed: Callable[..., None], qtbot: QtBot) -> None:
    dressed(wanted=now)
    rule, upright = Rule(), Upright()
    for each in (rule, upright):
        qtbot.addWidget(each)
        each.resize(50, 50)
        assert at(each, each.width() - 1, each.height() - 1) == now.border
    assert (rule.width(), rule.height()) == (50, 1)
    assert (upright.width(), upright.height()) == (1, 50)


def test_words_are_kept_apart(dressed: Callable[..., None], qtbot: QtBot) -> None:
    words = [QLabel(text) for text in ("one", "two", "three")]
    line = joined(*words)
    qtbot.addWidget(line)
    line.resize(400, 30)
    line.show()
    between = line.findChildren(Between)
    assert len(between) == 2
    for left, line_between, right in zip(words, between, words[1:], strict=False):
        assert left.geometry().right() < line_between.x() < right.x()
    assert at(between[0], 8, 6) == theme.LIGHT.button_border
    assert at(between[0], 2, 6) != theme.LIGHT.button_border
