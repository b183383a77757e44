"""A chain from its root down, each link a step to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui import theme
from tokenmgr.ui.certificate_words import LONGEST_NAME
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.panels.certificates.chain_words import SIGNS, chain_verdict, not_asked, reason_words
from tokenmgr.ui.sheet import Trouble
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tokenmgr.actions.chain import Chain, Link

STEP, ROW = 22, 28
#: Deeper links are not moved further to the right: their names would have no room.
DEEPEST = 5


class Elbow(QWidget):
    """From the issuer above down to what it issued."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(STEP, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Down, and to the right."""
        painter = QPainter(self)
        painter.fillRect(5, 8, 1, 6, theme.colour("field_border"))
        painter.fillRect(5, 14, 7, 1, theme.colour("field_border"))


class ChainView(QWidget):
    """`whole`: with everything there is to say, else one line a link."""

    def __init__(self, chain: Chain, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if whole:
            tone, fact, meaning = chain_verdict(chain)
            column.addWidget(Trouble(fact, meaning, tone))
            column.addSpacing(8)
        for depth, link in enumerate(chain.links):
            column.addWidget(_row(link, depth))
            for reason in link.reasons[1:] if whole else ():
                column.addWidget(_more(link, reason, depth))
        if whole:
            column.addSpacing(12)
            column.addWidget(Text(not_asked(), "second", "text2", wrap=True))
            column.addStretch(1)


def _row(link: Link, depth: int) -> QWidget:
    row = QWidget()
    row.setFixedHeight(ROW)
    line = QHBoxLayout(row)
    line.setContentsMargins(min(max(depth - 1, 0), DEEPEST) * STEP + (STEP if depth else 0), 0, 0, 0)
    line.setSpacing(8)
    if depth:
        line.addWidget(Elbow())
    icon, role = SIGNS[link.status]
    line.addWidget(Icon(icon, 16, role))
    name = visible(link.facts.name or link.facts.sha256[:16], LONGEST_NAME)
    said = reason_words(link, link.reason)
    shown = Elided(name)
    shown.setAccessibleName(f"{name}, {said}")
    line.addWidget(shown, 1)
    right = Elided(said, "second", role if link.status in {"warn", "bad"} else "text2", Qt.TextElideMode.ElideRight)
    right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(right)
    return row


def _more(link: Link, reason: str, depth: int) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(24 + min(depth, DEEPEST) * STEP + (STEP + 8 if depth else 0), 0, 0, 4)
    layout.addWidget(Text(reason_words(link, reason), "second", "text2", wrap=True))
    return line
