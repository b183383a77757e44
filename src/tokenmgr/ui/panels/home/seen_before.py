"""What this computer remembers of tokens that are not here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tokenmgr.ui.icons import Icon
from tokenmgr.ui.token_words import days_words
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.chip import practice_chip
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.text import Elided, Tail, Text
from tokenmgr.ui.words import translate, when
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.actions.glance import Absent, Glance
    from tokenmgr.ui.screen import Screen

WIDTH = 560
MOST = 5


class SeenBefore(Card):
    """Rows 44 high."""

    def __init__(self, _screen: Screen, glance: Glance) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        head = QWidget()
        head.setFixedHeight(40)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 0, 16, 0)
        line.addWidget(Text(translate("Home", "Tokens seen before"), "section"))
        line.addStretch(1)
        line.addWidget(Text(translate("Home", "From this computer's own memory"), "second", "text2"))
        self.column.addWidget(head)
        for absent in sorted(glance.absent, key=lambda each: each.seen, reverse=True)[:MOST]:
            self.column.addWidget(Rule())
            self.column.addWidget(_row(absent, glance.taken))


def _row(absent: Absent, now: datetime) -> QWidget:
    row = QWidget()
    row.setFixedHeight(44)
    line = QHBoxLayout(row)
    line.setContentsMargins(18, 0, 16, 0)
    line.setSpacing(4)
    line.addWidget(Icon("flask" if absent.practice else "token", 16, "text2"))
    line.addSpacing(8)
    line.addWidget(Elided(visible(absent.name)))
    line.addWidget(Tail(visible(absent.id.tail), "body"))
    if absent.practice:
        line.addWidget(practice_chip())
    line.addStretch(1)
    end = days_words(absent.nearest_end, now, absent.lead_days)
    if end.icon:
        line.addWidget(Icon(end.icon, 14, end.tone))
    line.addWidget(Text(end.text, "second-strong" if end.icon else "second", end.tone if end.icon else "text2"))
    line.addSpacing(24)
    seen = Text(when(absent.seen, now), "second", "text2")
    seen.setMinimumWidth(90)
    seen.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(seen)
    return row
