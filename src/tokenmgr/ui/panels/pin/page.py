"""The chosen token's PINs: change, unlock, keep, the issuer's rules, and what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tokenmgr.model.token import TokenId
from tokenmgr.ui.frames import one_a_frame, pause
from tokenmgr.ui.panels.pin.events_card import EventsCard
from tokenmgr.ui.panels.pin.keeping_card import KeepingCard
from tokenmgr.ui.panels.pin.rules_card import RulesCard
from tokenmgr.ui.panels.pin.token_card import TokenPart
from tokenmgr.ui.widgets.empty import Empty
from tokenmgr.ui.widgets.page import GAP, Page, clear
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ui.screen import Screen

#: Narrower than this the two cards stand below each other.
TWO_COLUMNS = 760


class PinPage(Page):
    """Built anew for another token; for the same one only what changed is touched."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(translate("PinPage", "PIN"))
        self._screen = screen
        self._shown: TokenGlance | None = None
        self._glance: Glance | None = None
        self._cards: Cards | None = None
        self._empty: QWidget | None = None
        self._place = QVBoxLayout()
        self._place.setSpacing(GAP)
        self.column.addLayout(self._place)
        self.column.addStretch(1)
        screen.chosen.connect(self._chosen)

    def _chosen(self, _token: object) -> None:
        self.show_glance(self._screen.glance, again=True)

    def show_glance(self, glance: Glance, *, again: bool = False) -> None:
        """Another token, or another state of it."""
        if glance is self._glance and not again:
            return
        self._glance = glance
        shown = self._screen.token
        if shown is None:
            self._show_none(loading=glance.loading)
        elif self._cards is None or self._cards.token != shown.id:
            self._build(shown, glance)
        else:
            self._cards.tell(shown, glance)

    def show_about(self, about: object) -> None:
        """Opened for one token."""
        if isinstance(about, TokenId):
            self._screen.choose(about)

    def _show_none(self, *, loading: bool) -> None:
        clear(self._place)
        self._cards = None
        run = self._screen.errands.run
        looking, none = translate("PinPage", "Looking for tokens..."), translate("PinPage", "No token is plugged in")
        text = translate("PinPage", "Plug in the token whose PIN you want to change or unlock.")
        act = ("flask", translate("PinPage", "Try it with a practice token"), lambda: run("practise"))
        empty = Empty("empty-insert", looking) if loading else Empty("empty-insert", none, text, (act,))
        self._place.addWidget(empty)
        empty.show()

    def _build(self, shown: TokenGlance, glance: Glance) -> None:
        clear(self._place)
        self._cards = Cards(self._screen, shown, glance)
        self._cards.arrange(wide=self.width() >= TWO_COLUMNS)
        self._place.addWidget(self._cards)
        self._cards.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one."""
        super().resizeEvent(event)
        wide = self.width() >= TWO_COLUMNS
        if self._cards is not None and wide is not self._cards.wide:
            self._cards.arrange(wide=wide)


class Cards(QWidget):
    """Of one token."""

    def __init__(self, screen: Screen, shown: TokenGlance, glance: Glance) -> None:
        super().__init__()
        self.token = shown.id
        self._screen, self._now = screen, (shown, glance)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._head = TokenPart(screen, shown)
        self._rest: Rest | None = None
        self._events: EventsCard | None = None
        self.wide = True
        one_a_frame(self, pause, pause, self._add_rest, self._add_events)

    def _add_rest(self) -> None:
        shown = self._now[0]
        self._rest = Rest(KeepingCard(self._screen, shown), RulesCard(self._screen, shown))
        self.arrange(wide=self.wide)

    def _add_events(self) -> None:
        self._events = EventsCard(self._screen, *self._now)
        self.arrange(wide=self.wide)

    def arrange(self, *, wide: bool) -> None:
        """Rules beside what is kept, or below."""
        self.wide = wide
        top = Qt.AlignmentFlag.AlignTop
        across = 2 if wide else 1
        self._grid.addWidget(self._head, 0, 0, 1, across)
        if self._rest is not None:
            self._grid.addWidget(self._rest.keeping, 1, 0, top)
            self._grid.addWidget(self._rest.rules, 1 if wide else 2, 1 if wide else 0, top)
        if self._events is not None:
            self._grid.addWidget(self._events, 3, 0, 1, across)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)

    def tell(self, shown: TokenGlance, glance: Glance) -> None:
        """What is known now."""
        self._now = (shown, glance)
        self._head.show_token(shown)
        if self._rest is not None:
            self._rest.keeping.show_token(shown)
            self._rest.rules.show_token(shown)
        if self._events is not None:
            self._events.show_events(shown, glance)


class Rest(NamedTuple):
    """The two cards in the middle."""

    keeping: KeepingCard
    rules: RulesCard
