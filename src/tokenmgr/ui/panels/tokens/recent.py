"""What happened to this token last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tokenmgr.ui.event_words import event_words
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import date_here, translate, when

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.session.events import Event
    from tokenmgr.ui.screen import Screen

MOST = 3
ROW, HEAD = 36, 40


class RecentEvents(Card):
    """The newest three, and the way to all."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._before: object = None

    def show_token(self, shown: TokenGlance, glance: Glance) -> None:
        """Only where others are the newest now."""
        events = events_of(shown, glance)[:MOST]
        now = (shown.id, events, date_here(glance.taken))
        if now == self._before:
            return
        self._before = now
        clear(self.column)
        self.column.addWidget(self._head(shown))
        for event in events:
            self.column.addWidget(Rule())
            self.column.addWidget(event_row(event, glance.taken))
        if not events:
            self.column.addWidget(Rule())
            self.column.addWidget(_nothing())

    def _head(self, shown: TokenGlance) -> QWidget:
        head = QWidget()
        head.setFixedHeight(HEAD)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 0, 14, 0)
        line.addWidget(Text(translate("TokensPage", "Recent events"), "section"))
        line.addStretch(1)
        everything = translate("TokensPage", "All events")
        line.addWidget(button(everything, lambda: self._screen.errands.run("events", shown.id), kind="link"))
        return head


def events_of(shown: TokenGlance, glance: Glance) -> tuple[Event, ...]:
    """Those of one token, newest first."""
    return tuple(event for event in glance.events if event.token == shown.id)


def event_row(event: Event, now: datetime) -> QWidget:
    """36 high: what, by whom, when."""
    words = event_words(event)
    row = QWidget()
    row.setFixedHeight(ROW)
    line = QHBoxLayout(row)
    line.setContentsMargins(16, 0, 16, 0)
    line.setSpacing(12)
    line.addWidget(Icon(words.icon, 16, words.role))
    line.addWidget(Elided(words.text, mode=Qt.TextElideMode.ElideRight), 3)
    by = Elided(words.by, "second", "text2", Qt.TextElideMode.ElideRight)
    by.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(by, 2)
    at = Text(when(event.at, now), "second", "text2")
    at.setMinimumWidth(88)
    at.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(at)
    return row


def _nothing() -> QWidget:
    row = QWidget()
    row.setFixedHeight(ROW)
    line = QHBoxLayout(row)
    line.setContentsMargins(16, 0, 16, 0)
    line.addWidget(Text(translate("TokensPage", "Nothing has been recorded for this token yet"), "second", "text2"))
    return row
