"""What hardly anybody sees is made when somebody does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from tokenmgr.ui.widgets.instead import Instead

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_other_is_made_once_and_only_when_it_is_wanted(qtbot: QtBot) -> None:
    made: list[QWidget] = []

    def other() -> QWidget:
        made.append(QLabel("nothing"))
        return made[-1]

    usual = QLabel("something")
    shown = Instead(usual, other)
    qtbot.addWidget(shown)
    shown.show_other(False)
    assert (shown.currentWidget(), made) == (usual, [])
    for _ in range(2):
        shown.show_other(True)
        assert shown.currentWidget() is made[0]
        shown.show_other(False)
        assert shown.currentWidget() is usual
    assert len(made) == 1
