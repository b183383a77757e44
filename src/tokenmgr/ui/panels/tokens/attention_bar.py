"""The worst thing that needs doing about this token, with the one button that deals with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tokenmgr.ui.attention_words import attention_words
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import date_here

if TYPE_CHECKING:
    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ui.screen import Screen

HEIGHT = 54


class AttentionBar(Card):
    """52 high at the foot of the page; not there where nothing needs doing."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._before: object = None
        self._line = QHBoxLayout()
        self._line.setContentsMargins(16, 0, 12, 0)
        self._line.setSpacing(12)
        self.column.addLayout(self._line)
        self.setFixedHeight(HEIGHT)
        self.hide()

    def show_token(self, shown: TokenGlance | None, glance: Glance) -> None:
        """Only where it is another than before, or the day is: some of them say "today"."""
        about = shown.id if shown is not None else None
        item = next((each for each in glance.attention if each.token == about), None)
        self.setVisible(item is not None)
        now = (item, date_here(glance.taken))
        if item is None or now == self._before:
            return
        self._before = now
        clear(self._line)
        words = attention_words(item, glance.taken)
        self._line.addWidget(Glyph(words.icon, 32, item.severity))
        title = Elided(words.title, "strong")
        self._line.addWidget(title)
        self._line.addWidget(Elided(words.fact, role="text2", mode=Qt.TextElideMode.ElideRight), 1)
        press = button(words.action, lambda: self._screen.errands.run(item.errand, item.token))
        press.setAccessibleDescription(f"{words.title}. {words.fact}")
        self._line.addWidget(press)
