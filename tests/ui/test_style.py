"""The look of Qt's own widgets, in both themes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QTreeWidget,
    QWidget,
)
from shiboken6 import delete

from tests.ui.sample import RESOURCES
from tokenmgr.ui import style, theme
from tokenmgr.ui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QMessageLogContext
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DRAWINGS = str(RESOURCES / "icons")
KINDS = (
    QPushButton,
    QLineEdit,
    QComboBox,
    QCheckBox,
    QRadioButton,
    QMenu,
    QProgressBar,
    QScrollArea,
    QTreeWidget,
    QTableWidget,
)
themes = pytest.mark.parametrize("now", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def warnings() -> Iterator[list[str]]:
    """What Qt says meanwhile."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin" not in text:
            said.append(text)

    before = qInstallMessageHandler(hear)
    yield said
    qInstallMessageHandler(before)


def painted(application: QApplication, sheet: str) -> None:
    """Qt reads a style sheet when the first widget is painted with it."""
    for kind in KINDS:
        widget: QWidget = kind()
        widget.setStyleSheet(sheet)
        widget.resize(100, 40)
        widget.grab()
        delete(widget)


@themes
def test_qt_understands_every_word(
    now: Theme, warnings: list[str], qapp: QApplication, dressed: Callable[..., None]
) -> None:
    painted(qapp, style.sheet(now, DRAWINGS))
    assert warnings == []


def test_a_word_qt_does_not_understand_is_heard(
    warnings: list[str], qapp: QApplication, dressed: Callable[..., None]
) -> None:
    painted(qapp, style.sheet(LIGHT, DRAWINGS) + "QPushButton { color: }}")
    assert warnings


@themes
def test_every_picture_it_places_exists(now: Theme) -> None:
    named = re.findall(r'url\("([^"]+)"\)', style.sheet(now, DRAWINGS))
    assert named
    assert all(Path(each).is_file() for each in named)


@themes
def test_every_colour_is_the_themes(now: Theme) -> None:
    colours = {each for each in now._asdict().values() if isinstance(each, str)}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", style.sheet(now, DRAWINGS))) <= colours
    assert "{" not in re.sub(r"\{[^{}]*\}", "", style.sheet(now, DRAWINGS))


@themes
def test_the_palette_has_its_roles(now: Theme) -> None:
    made = style.palette(now)
    assert made.color(QPalette.ColorRole.Window) == QColor(now.window)
    assert made.color(QPalette.ColorRole.Text) == QColor(now.text)
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText) == QColor(now.disabled)


@themes
def test_dressed_is_what_is_painted(now: Theme, qapp: QApplication, dressed: Callable[..., None], qtbot: QtBot) -> None:
    style.dress(qapp, now, DRAWINGS)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(120, 34)
    picture = field.grab().toImage()
    assert theme.current() is now
    assert picture.pixelColor(60, 17).name().upper() == now.surface
    assert picture.pixelColor(60, 0).name().upper() == now.field_border
    assert qapp.font().pixelSize() == 13


@themes
def test_what_an_empty_field_asks_for_can_be_read(
    now: Theme, qapp: QApplication, dressed: Callable[..., None], qtbot: QtBot
) -> None:
    style.dress(qapp, now, DRAWINGS)
    for field in (QLineEdit(), QPlainTextEdit()):
        qtbot.addWidget(field)
        field.ensurePolished()
        asks = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert asks == QColor(now.text2), "as opaque as any other text"
