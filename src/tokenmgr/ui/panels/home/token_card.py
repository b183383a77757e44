"""A token as a card: who it is, what is left, and three facts. The card opens the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.icons import Icon
from tokenmgr.ui.token_head import show_head
from tokenmgr.ui.token_menu import token_menu
from tokenmgr.ui.token_words import certificates_words, end_words, health_words, state_words
from tokenmgr.ui.widgets.buttons import icon_button
from tokenmgr.ui.widgets.card import PressableCard
from tokenmgr.ui.widgets.lines import Rule, Upright
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided
from tokenmgr.ui.widgets.tries_line import TriesLine
from tokenmgr.ui.words import date_here, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ui.screen import Screen


class TokenCard(PressableCard):
    """Two columns of them on Home."""

    def __init__(self, screen: Screen, shown: TokenGlance, now: datetime) -> None:
        super().__init__()
        self._screen, self._now = screen, now
        self._shown: TokenGlance | None = None
        self._token = shown.id
        top = QVBoxLayout()
        top.setContentsMargins(16, 14, 16, 12)
        top.setSpacing(9)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        top.addLayout(self._head)
        self._tries = TriesLine(shown.overview.tries, lambda: screen.errands.run("tries", self._token))
        top.addWidget(self._tries)
        self.column.addLayout(top)
        self.column.addWidget(Rule())
        self._facts = QHBoxLayout()
        self._facts.setSpacing(0)
        self.column.addLayout(self._facts)
        self.pressed.connect(self._open)
        self.show_token(shown, now)

    def _open(self) -> None:
        self._screen.choose(self._token)
        self._screen.go("tokens", self._token)

    def show_token(self, shown: TokenGlance, now: datetime) -> None:
        """What changed."""
        if shown == self._shown and date_here(now) == date_here(self._now):
            return
        self._shown, self._now = shown, now
        self.setAccessibleName(f"{visible(shown.name)} {visible(shown.id.tail)}, {state_words(shown).text}")
        show_head(self._head, shown)
        self._show_more(shown)
        self._tries.show_tries(shown.overview.tries)
        clear(self._facts)
        self._fill_facts(shown)

    def _show_more(self, shown: TokenGlance) -> None:
        more = icon_button("more", translate("Home", "More for {name}").format(name=visible(shown.name)[:60]))
        more.clicked.connect(lambda: token_menu(self._screen, shown, more))
        self._head.addWidget(more)

    def _fill_facts(self, shown: TokenGlance) -> None:
        end, health = end_words(shown, self._now), health_words(shown)
        facts = (
            (translate("Home", "Expires"), end.icon, end.text, end.tone),
            (translate("Home", "Certificates"), "", certificates_words(shown), "text"),
            (translate("Home", "Module"), health.icon, health.text, health.tone),
        )
        for number, (name, icon, text, tone) in enumerate(facts):
            if number:
                self._facts.addWidget(Upright())
            self._facts.addWidget(fact(name, icon, text, tone), 1)


def fact(name: str, icon: str, text: str, tone: str) -> QWidget:
    """A name above, a value below."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(16, 8, 8, 8)
    column.setSpacing(0)
    column.addWidget(Elided(name, "second", "text2"))
    line = QHBoxLayout()
    line.setSpacing(4)
    if icon:
        line.addWidget(Icon(icon, 14, tone), 0, Qt.AlignmentFlag.AlignVCenter)
    role = tone if tone in {"warn", "bad"} else "text"
    line.addWidget(Elided(text, "strong" if role != "text" else "body", role), 1)
    column.addLayout(line)
    return block
