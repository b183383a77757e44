"""Rows of text from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tokenmgr.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def shown(qtbot: QtBot, *rows: tuple[str, ...], width: int = 400) -> Table:
    table = Table(("Field", "Value"), rows, first_width=160)
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()
    return table


def test_made_visible_and_bounded(qtbot: QtBot, dressed: Callable[..., None]) -> None:
    table = shown(qtbot, ("a", "x\u202ey"), ("b", "W" * 100_000), ("c", ""))
    texts = [table.model().index(row, 1).data() for row in range(3)]
    assert texts[0] == "x\\u202ey"
    assert len(texts[1]) == 256
    assert texts[2] == "未报告"
    assert table.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole) is None


def test_tells_the_row(qtbot: QtBot, dressed: Callable[..., None]) -> None:
    table = shown(qtbot, ("a", "1"), ("b", "2"))
    with qtbot.waitSignal(table.chosen) as told:
        table.choose(1)
    assert told.args == [1]
    table.show_rows(("Field", "Value"), [("c", "3")])
    with qtbot.waitSignal(table.chosen):
        table.choose(0)


def test_a_narrow_one_leaves_room_for_values(qtbot: QtBot, dressed: Callable[..., None]) -> None:
    assert shown(qtbot, ("a", "1")).columnWidth(0) == 160
    assert shown(qtbot, ("a", "1"), width=200).columnWidth(0) < 90
