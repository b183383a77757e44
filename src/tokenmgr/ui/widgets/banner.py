"""A message across the page: what happened, what follows, one thing to do. Never stacked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui import theme
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

ICONS = {"ok": "check-circle", "warn": "triangle", "bad": "octagon", "accent": "info"}


class Banner(QWidget):
    """`tone`: ok, warn, bad or accent."""

    def __init__(
        self,
        tone: str,
        fact: str,
        consequence: str = "",
        act: tuple[str, Callable[[], object]] | None = None,
        close: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setMinimumHeight(48)
        line = QHBoxLayout(self)
        line.setContentsMargins(17, 8, 8, 8)
        line.setSpacing(12)
        line.addWidget(Icon(ICONS[tone], 16, "accent_text" if tone == "accent" else tone))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(fact, "strong", wrap=True))
        if consequence:
            words.addWidget(Text(consequence, "second", "text2", wrap=True))
        line.addLayout(words, 1)
        if act:
            line.addWidget(button(act[0], act[1]))
        if close:
            line.addWidget(icon_button("cross", translate("Window", "Close this message"), close))
        self.setAccessibleName(f"{fact} {consequence}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Soft fill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{self._tone}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
