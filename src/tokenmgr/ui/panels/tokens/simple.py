"""The simple view: one token, six large actions, what happened last, what needs doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.ui.frames import one_a_frame, pause
from tokenmgr.ui.panels.tokens.attention_bar import AttentionBar
from tokenmgr.ui.panels.tokens.big_actions import BigActions
from tokenmgr.ui.panels.tokens.header import HeaderCard
from tokenmgr.ui.panels.tokens.locked import LockedView
from tokenmgr.ui.panels.tokens.recent import RecentEvents
from tokenmgr.ui.widgets.page import GAP

if TYPE_CHECKING:
    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ui.screen import Screen


class SimpleView(QWidget):
    """A locked token has its way out in place of actions."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 2)
        self._screen = screen
        self._header = HeaderCard(screen)
        self._locked: LockedView | None = None
        self._actions = BigActions(screen)
        self._recent = RecentEvents(screen)
        self._bar = AttentionBar(screen)
        self._usual = (self._actions, self._recent)
        self._now: tuple[TokenGlance, Glance] | None = None
        room = QWidget()  # an empty layout would not keep the cards together
        self._place = QVBoxLayout(room)
        self._place.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._header)
        column.addWidget(self._actions)
        column.addWidget(self._recent)
        column.addWidget(room, 1)
        column.addWidget(self._bar)

    def show_token(self, shown: TokenGlance, glance: Glance) -> None:
        """What changed; at first everything, which is more than one picture has time for."""
        first, self._now = self._now is None, (shown, glance)
        steps = (self._show_head, self._show_deeds, self._show_recent)
        if first:
            one_a_frame(self, steps[0], pause, *steps[1:])
        else:
            for step in steps:
                step()

    def _show_head(self) -> None:
        if self._now is not None:
            shown, glance = self._now
            self._header.show_token(shown, glance.taken)

    def _show_deeds(self) -> None:
        if self._now is None:
            return
        shown, glance = self._now
        locked = shown.overview.tries.locked
        if not locked:
            self._actions.show_token(shown)
        elif self._locked is None:
            self._locked = LockedView(self._screen)
            self._place.addWidget(self._locked)
        if self._locked is not None and locked:
            self._locked.show_token(shown, glance)
        for each in self._usual:
            each.setVisible(not locked)
        if self._locked is not None:
            self._locked.setVisible(locked)

    def _show_recent(self) -> None:
        if self._now is None:
            return
        shown, glance = self._now
        locked = shown.overview.tries.locked
        if not locked:
            self._recent.show_token(shown, glance)
        self._bar.show_token(None if locked else shown, glance)
