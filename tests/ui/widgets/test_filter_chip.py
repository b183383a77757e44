"""A chip to press: told with its count, wide enough for its bold form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.filter_chip import FilterChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_told_and_turned(qtbot: QtBot, dressed: Callable[..., None]) -> None:
    chip = FilterChip("Valid", "calendar")
    qtbot.addWidget(chip)
    chip.count(1234)
    assert chip.accessibleName() == "Valid 1234"
    chip.show()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()


def test_on_is_seen_without_colour(qtbot: QtBot, dressed: Callable[..., None]) -> None:
    chip = FilterChip("Valid")
    qtbot.addWidget(chip)
    off = chip.sizeHint().width()
    chip.setChecked(True)
    assert chip.sizeHint().width() >= off + 14, "a tick, and bold letters"
    chip.resize(chip.sizeHint())
    assert chip.grab().toImage().pixelColor(chip.width() // 2, 0).name().upper() == theme.LIGHT.accent_text
