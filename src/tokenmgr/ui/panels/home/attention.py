"""What needs doing first: at most three, worst first, each with the one button that deals with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.attention_words import AttentionWords, attention_words
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.lines import Rule, joined
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided, Tail, Text
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import date_here
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.actions.attention import Attention
    from tokenmgr.actions.glance import Glance
    from tokenmgr.ui.screen import Screen

MOST = 3
HEIGHT = 56


class AttentionCard(Card):
    """Rows 56 high."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._before: object = None

    def show_items(self, glance: Glance) -> None:
        """Only where they are others than before, or the day is another: some of them say "today"."""
        items = glance.attention[:MOST]
        now = (items, date_here(glance.taken))
        if now == self._before:
            return
        self._before = now
        clear(self.column)
        for number, item in enumerate(items):
            if number:
                self.column.addWidget(Rule())
            self.column.addWidget(self._row(item, glance.taken, first=not number))

    def _row(self, item: Attention, now: datetime, *, first: bool) -> QWidget:
        words = attention_words(item, now)
        row = QWidget()
        row.setFixedHeight(HEIGHT)
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(12)
        line.addWidget(Glyph(words.icon, 32, item.severity))
        line.addLayout(_text(item, words), 1)
        press = button(
            words.action,
            lambda: self._screen.errands.run(item.errand, item.token),
            kind="primary" if first else "",
        )
        press.setMinimumWidth(112)
        press.setAccessibleDescription(f"{words.title}. {words.fact}")
        line.addWidget(press)
        return row


def _text(item: Attention, words: AttentionWords) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(Elided(words.title, "strong"))
    who = QWidget()
    name = QHBoxLayout(who)
    name.setContentsMargins(0, 0, 0, 0)
    name.setSpacing(3)
    name.addWidget(Text(visible(item.name)[:60], "second", "text2"))
    name.addWidget(Tail(visible(item.tail)))
    column.addWidget(joined(who, Elided(words.fact, "second", "text2")))
    column.addStretch(1)
    return column
