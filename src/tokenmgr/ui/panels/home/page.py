"""The page: attention, cards, or the empty state with what this computer remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.frames import next_frame
from tokenmgr.ui.panels.home.attention import AttentionCard
from tokenmgr.ui.panels.home.seen_before import SeenBefore
from tokenmgr.ui.panels.home.token_card import TokenCard
from tokenmgr.ui.widgets.banner import Banner
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.empty import Empty
from tokenmgr.ui.widgets.page import GAP, SIDE, Page
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import clock, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tokenmgr.actions.glance import Glance
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen


class HomePage(Page):
    """Cards stay as long as their tokens do, and are told what changed."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(translate("Home", "Needs attention"))
        self._screen = screen
        self._glance: Glance | None = None
        self._cards: dict[TokenId, TokenCard] = {}
        self._columns = 2
        self._count = Text("", role="text2")
        self._updated = Text("", "second", "text2")
        self.heading.addWidget(self._count)
        self.heading.addStretch(1)
        self.heading.addWidget(self._updated)
        name = translate("Home", "Look again")
        self.heading.addWidget(icon_button("refresh", name, screen.look_again, 14))
        self._faults = QVBoxLayout()
        self._attention = AttentionCard(screen)
        self._tokens = self._tokens_line()
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._none = QVBoxLayout()
        self.column.insertLayout(0, self._faults)
        self.column.addWidget(self._attention)
        self.column.addWidget(self._tokens)
        self.column.addLayout(self._grid)
        self.column.addLayout(self._none)
        self.column.addStretch(1)

    def _tokens_line(self) -> QWidget:
        block = QWidget()
        line = QHBoxLayout(block)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        line.addWidget(Text(translate("Home", "Tokens"), "section"))
        self._how_many = Text("", role="text2")
        line.addWidget(self._how_many)
        line.addStretch(1)
        self._lock_all = button(
            translate("Home", "Lock all"), lambda: self._screen.errands.run("lock-all"), icon="lock", kind="link"
        )
        line.addWidget(self._lock_all)
        return block

    def show_glance(self, glance: Glance) -> None:
        """Only what changed is touched."""
        if glance is self._glance:
            return
        before, self._glance = self._glance, glance
        title = translate("Home", "Needs attention") if glance.attention else translate("Home", "Home")
        self.title.say(title)
        self.setAccessibleName(title)
        number = len(glance.attention)
        self._count.say(translate("Home", "%n item(s)", "", number) if number else "")
        self._updated.say(self._age(glance))
        self._attention.show_items(glance)
        self._attention.setVisible(bool(glance.attention))
        self._show_faults(glance, before)
        self._show_cards(glance)
        self._tokens.setVisible(bool(glance.tokens))
        self._how_many.say(_how_many(glance))
        self._lock_all.setVisible(any(each.unlocked for each in glance.tokens))
        self._show_none(glance, before)

    def _age(self, glance: Glance) -> str:
        if glance.loading:
            return translate("Home", "Looking for tokens...")
        return translate("Home", "Updated {time}").format(time=clock(glance.taken))

    def _show_faults(self, glance: Glance, before: Glance | None) -> None:
        if before is not None and before.faults == glance.faults:
            return
        clear_all(self._faults)
        serious = [fault for fault in glance.faults if fault.serious]
        for fault in serious[:1]:
            from tokenmgr.ui.error_words import error_words, meaning  # hardly ever

            words = error_words(self._screen, fault.error)
            more = len(serious) - 1
            text = meaning(words) if not more else _more(more)
            act = (translate("Home", "Details"), lambda: self._screen.go("doctor"))
            self._faults.addWidget(Banner("warn", words.title, text, act))

    def _show_cards(self, glance: Glance) -> None:
        wanted = {each.id: each for each in glance.tokens}
        for token in [token for token in self._cards if token not in wanted]:
            card = self._cards.pop(token)
            card.hide()
            card.deleteLater()
        for token, shown in wanted.items():
            if token in self._cards:
                self._cards[token].show_token(shown, glance.taken)
            else:
                self._cards[token] = TokenCard(self._screen, shown, glance.taken)
        self._cards = {token: self._cards[token] for token in wanted}
        self._order()
        next_frame(self, self._arrange)  # what is new in a card is not measured before it shows

    def _order(self) -> None:
        for number, card in enumerate(self._cards.values()):
            row, column = divmod(number, self._columns)
            self._grid.addWidget(card, row, column, Qt.AlignmentFlag.AlignTop)
            card.show()
        self._grid.setColumnStretch(1, 1 if self._columns > 1 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """No card is cut off: two stand side by side where the widest has room twice."""
        widest = max((card.minimumSizeHint().width() for card in self._cards.values()), default=0)
        columns = 2 if 2 * widest + GAP + 2 * SIDE <= self.viewport().width() else 1
        if columns != self._columns:
            self._columns = columns
            self._order()

    def _show_none(self, glance: Glance, before: Glance | None) -> None:
        same = before is not None and bool(before.tokens) == bool(glance.tokens)
        if same and before is not None and before.absent == glance.absent and before.loading == glance.loading:
            return
        clear_all(self._none)
        if glance.tokens:
            return
        run = self._screen.errands.run
        self._none.addWidget(
            Empty(
                "empty-insert",
                translate("Home", "Please insert your token"),
                translate(
                    "Home",
                    "It is recognised by itself; there is nothing to refresh.\n"
                    "Certificates, tries left and the next step appear here.",
                ),
                (
                    ("flask", translate("Home", "Try it with a practice token"), lambda: run("practise")),
                    ("doctor", translate("Home", "Nothing happens after inserting it"), lambda: run("doctor")),
                ),
            )
        )
        if glance.absent:
            self._none.addWidget(SeenBefore(self._screen, glance), 0, Qt.AlignmentFlag.AlignHCenter)


def _how_many(glance: Glance) -> str:
    practice = sum(each.practice for each in glance.tokens)
    real = len(glance.tokens) - practice
    words = [translate("Home", "%n inserted", "", real)] if real else []
    if practice:
        words.append(translate("Home", "%n practice", "", practice))
    return translate("Home", ", ").join(words)


def _more(count: int) -> str:
    return translate("Home", "%n more module(s) did not answer either.", "", count)


def clear_all(layout: QVBoxLayout) -> None:
    """Take everything out, for good."""
    from tokenmgr.ui.widgets.page import clear

    clear(layout)
