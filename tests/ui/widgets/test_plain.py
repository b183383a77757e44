"""A box of text to read and to copy."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tokenmgr.ui.widgets.plain import LONGEST, PARAGRAPH, PlainBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_markup_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    box = PlainBox("Value")
    qtbot.addWidget(box)
    box.say("<b>x</b>\u202e")
    assert box.toPlainText() == "<b>x</b>\\u202e"
    assert box.isReadOnly()


def test_no_value_is_too_long(qtbot: QtBot) -> None:
    box = PlainBox("Value")
    qtbot.addWidget(box)
    began = time.thread_time()
    box.say("W" * 1_000_000)
    box.grab()
    assert time.thread_time() - began < 0.2
    lines = box.toPlainText().split("\n")
    assert len("".join(lines)) == LONGEST
    assert max(map(len, lines)) == PARAGRAPH
