"""A page that has nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton

from tokenmgr.ui.icons import Drawing
from tokenmgr.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_a_drawing_a_sentence_and_what_can_be_done(dressed: Callable[..., None], qtbot: QtBot) -> None:
    done: list[str] = []
    acts = [
        ("flask", "Practise", lambda: done.append("practise")),
        ("refresh", "Look again", lambda: done.append("look")),
    ]
    empty = Empty("empty-insert", "Nothing here", "one\ntwo", acts)
    qtbot.addWidget(empty)
    empty.resize(600, 400)
    assert [each.text() for each in empty.findChildren(QLabel)] == ["Nothing here", "one", "two"]
    for each in empty.findChildren(QPushButton):
        each.click()
    assert done == ["practise", "look"]
    picture = empty.findChildren(Drawing)[0].grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 180, 3) for y in range(0, 90, 3)}) > 2, "it is drawn"


def test_nothing_to_do_is_no_button(dressed: Callable[..., None], qtbot: QtBot) -> None:
    empty = Empty("empty-insert", "Nothing here")
    qtbot.addWidget(empty)
    assert not empty.findChildren(QPushButton)
    assert len(empty.findChildren(QLabel)) == 1
