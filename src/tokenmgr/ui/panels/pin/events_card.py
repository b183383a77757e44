"""What happened to this token's PINs, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tokenmgr.ui.event_words import event_words
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import date_here, translate, when

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.session.events import Event
    from tokenmgr.ui.screen import Screen

KINDS = frozenset(
    {
        "pin-right",
        "pin-wrong",
        "pin-locked",
        "pin-refused",
        "pin-changed",
        "unlocked",
        "others-missed",
        "initialised",
    }
)
MOST = 12
ROW = 36


class EventsCard(Card):
    """Rows 36 high; everything else is on the page of the history."""

    def __init__(self, screen: Screen, shown: TokenGlance, glance: Glance) -> None:
        super().__init__()
        self._before: object = None
        head = QWidget()
        head.setFixedHeight(44)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 4, 12, 0)
        line.addWidget(Text(translate("PinPage", "What happened"), "section"))
        line.addStretch(1)
        everything = translate("PinPage", "All events")
        line.addWidget(button(everything, lambda: screen.errands.run("events", shown.id), kind="link"))
        self.column.addWidget(head)
        self.show_events(shown, glance)

    def show_events(self, shown: TokenGlance, glance: Glance) -> None:
        """Only those about PINs; anew where others came, or the day is another."""
        fitting = [each for each in glance.events if each.token == shown.id and each.kind in KINDS]
        events = tuple(fitting[:MOST])
        now = (events, date_here(glance.taken))
        if now == self._before:
            return
        self._before = now
        while self.column.count() > 1:
            item = self.column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for event in events:
            self.column.addWidget(Rule())
            self.column.addWidget(_row(event, glance.taken))
        if not events:
            self.column.addWidget(Rule())
            self.column.addWidget(_nothing())


def _row(event: Event, now: datetime) -> QWidget:
    row = QWidget()
    row.setFixedHeight(ROW)
    line = QHBoxLayout(row)
    line.setContentsMargins(16, 0, 16, 0)
    line.setSpacing(8)
    said = event_words(event)
    line.addWidget(Icon(said.icon, 16, said.role))
    line.addWidget(Elided(said.text, role=said.role if said.role != "text2" else "text"), 3)
    line.addWidget(Elided(said.by, "second", "text2", Qt.TextElideMode.ElideRight), 2)
    at = Text(when(event.at, now), "second", "text2")
    at.setMinimumWidth(90)
    at.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(at)
    row.setAccessibleName(f"{said.text}, {said.by}, {when(event.at, now)}")
    return row


def _nothing() -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(16, 10, 16, 10)
    line.addWidget(
        Text(translate("PinPage", "No PIN has been typed for it yet, as far as this computer knows."), role="text2")
    )
    return row
