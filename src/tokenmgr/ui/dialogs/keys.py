"""Every key of the window on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tokenmgr.ui import theme, type as typography
from tokenmgr.ui.errands import text_of
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen


def open_keys(screen: Screen, _token: TokenId | None, _about: object) -> None:
    """F1."""
    screen.lay(KeysSheet(screen))


class KeysSheet(Sheet):
    """What the window's own table says, and the keys every window has."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, translate("Welcome", "Keyboard shortcuts"))
        for text, keys in every_key():
            self.body.addWidget(_row(text, keys))
        self.foot_close()


def every_key() -> list[tuple[str, list[str]]]:
    """What it does, and the keys that do it."""
    from tokenmgr.ui.window import KEYS, PAGES  # it opened us

    by_errand: dict[str, list[str]] = {}
    for key, errand in KEYS.items():
        by_errand.setdefault(errand, []).append(key)
    pages = translate("Welcome", "The pages, in order")
    return [
        (translate("Welcome", "Search"), ["Ctrl+K"]),
        (pages, ["Ctrl+1", f"Ctrl+{len(PAGES)}"]),
        (translate("Welcome", "Simple or advanced view of tokens"), ["Ctrl+Shift+A"]),
        *((text_of(errand), keys) for errand, keys in by_errand.items()),
        (translate("Welcome", "Look at everything again"), ["F5"]),
        (translate("Welcome", "Close the window"), ["Ctrl+W"]),
        (translate("Welcome", "Cancel a dialog"), ["Esc"]),
        (translate("Welcome", "Press the button of a dialog"), ["Return"]),
    ]


def _row(text: str, keys: list[str]) -> QWidget:
    row = QWidget()
    row.setFixedHeight(28)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    line.addWidget(Text(text.removesuffix("...")), 1)
    for key in keys:
        line.addWidget(KeyCap(key))
    row.setAccessibleName(f"{text}: {', '.join(keys)}")
    return row


class KeyCap(QWidget):
    """A key as it is written on this system."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self.setFont(typography.font("caption"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._text) + 14, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A small frame around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("button_border")))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("text2"))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
