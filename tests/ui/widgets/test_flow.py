"""A line that goes on below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tokenmgr.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def filled(qtbot: QtBot, width: int, *sizes: tuple[int, int]) -> tuple[QWidget, list[QWidget]]:
    host = QWidget()
    qtbot.addWidget(host)
    flow = Flow(host)
    parts = []
    for size in sizes:
        part = QWidget()
        part.setFixedSize(*size)
        flow.addWidget(part)
        parts.append(part)
    host.resize(width, 200)
    host.show()
    return host, parts


def test_one_line_where_there_is_room(qtbot: QtBot) -> None:
    host, parts = filled(qtbot, 108, (50, 28), (50, 20))
    assert [(each.x(), each.y()) for each in parts] == [(0, 0), (58, 4)]
    assert host.heightForWidth(108) == 28


def test_two_where_there_is_not(qtbot: QtBot) -> None:
    host, parts = filled(qtbot, 107, (50, 28), (50, 20))
    assert [(each.x(), each.y()) for each in parts] == [(0, 0), (0, 36)]
    assert host.heightForWidth(107) == 56


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    host, parts = filled(qtbot, 60, (50, 28), (50, 28), (50, 28))
    parts[0].hide()
    assert host.heightForWidth(60) == 64
    assert host.minimumSizeHint().width() == 50
