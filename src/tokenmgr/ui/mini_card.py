"""The small window unfolded: one token, what is left, and the three things done most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tokenmgr.ui import theme
from tokenmgr.ui.errands import text_of
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.token_words import end_words
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.chip import certainty_chip, practice_chip
from tokenmgr.ui.widgets.lines import Rule, Upright
from tokenmgr.ui.widgets.meter import Meter, spoken, tone
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided, Tail, Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent

    from tokenmgr.actions.glance import TokenGlance

WIDTH = 272
SIDE = 12
FOOT = 36
FLAT = """QPushButton {{ background: transparent; border: none; border-radius: 0; padding: 0 4px; min-height: {foot}px;
    color: {text}; }}
QPushButton:hover {{ background: {raised_hover}; }} QPushButton:disabled {{ color: {disabled}; }}"""
ROLES = {"meter": "text", "meter_warn": "warn", "bad": "bad"}


class MiniCard(Card):
    """`fold`, and the names of errands in `wanted`."""

    fold = Signal()
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="raised")
        self.setFixedWidth(WIDTH)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(SIDE + 1, 8, SIDE + 1, 10)
        self._body.setSpacing(8)
        self.column.setContentsMargins(1, 1, 1, 3)
        self.column.addLayout(self._body)
        self.column.addWidget(Rule())
        self._foot = _Foot()
        self._lock = self._add("lock", translate("Mini", "Lock"), "lock")
        self._change = self._add("pin", translate("Mini", "Change PIN"), "change-pin")
        self._open = self._add("home", translate("Mini", "Open"), "")
        self.column.addWidget(self._foot)

    def _add(self, icon: str, text: str, errand: str) -> QPushButton:
        made = button(text, lambda: self.wanted.emit(errand), icon=icon)
        made.setAccessibleName(text_of(errand) if errand else translate("Mini", "Open the window"))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._foot.add(made)
        return made

    def show_token(self, shown: TokenGlance | None, now: datetime) -> None:
        """What is known now."""
        clear(self._body)
        self._lock.setEnabled(shown is not None and shown.unlocked)
        self._change.setEnabled(shown is not None)
        self._body.addLayout(self._head(shown))
        if shown is None:
            self._body.addWidget(Text(translate("Mini", "It appears here when it is inserted"), "second", "text2"))
        else:
            self._body.addLayout(self._tries(shown))
            self._body.addWidget(Meter(shown.overview.tries))
            self._body.addLayout(self._end(shown, now))

    def _head(self, shown: TokenGlance | None) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(Icon("flask" if shown is not None and shown.practice else "token", 18))
        name = visible(shown.name) if shown is not None else translate("Mini", "No token is plugged in")
        line.addWidget(Elided(name, "strong"))
        if shown is not None:
            line.addWidget(Tail(visible(shown.id.tail), "body"))
        if shown is not None and shown.practice:
            line.addWidget(practice_chip())
        line.addStretch(1)
        line.addWidget(icon_button("cross", translate("Mini", "Fold"), self.fold.emit, 14))
        return line

    def _tries(self, shown: TokenGlance) -> QHBoxLayout:
        tries = shown.overview.tries
        line = QHBoxLayout()
        line.setSpacing(5)
        number = Text("?" if tries.at_most is None else str(tries.at_most), "number", ROLES[tone(tries)])
        number.setAccessibleName(spoken(tries))
        limit = "" if tries.limit is None else translate("Tries", "/ {limit}").format(limit=tries.limit)
        line.addWidget(Text(translate("Tries", "Left"), "second", "text2"))
        line.addWidget(number)
        line.addWidget(Text(limit, "second", "text2"))
        line.addWidget(certainty_chip(tries.certainty))
        line.addStretch(1)
        if shown.unlocked_minutes or shown.open:
            line.addWidget(Icon("unlock", 14, "accent_text"))
            minutes = shown.unlocked_minutes
            left = translate("Mini", "%n min", "", minutes) if minutes else translate("Mini", "Unlocked")
            line.addWidget(Text(left, "second-strong", "accent_text"))
        return line

    def _end(self, shown: TokenGlance, now: datetime) -> QHBoxLayout:
        end, line = end_words(shown, now), QHBoxLayout()
        line.setSpacing(4)
        certificate = shown.nearest_end
        days = certificate.days_left(now) if certificate is not None else None
        text = end.text if days is None or days < 0 else translate("Mini", "Certificate ends in %n day(s)", "", days)
        role = end.tone if end.icon else "text2"
        if end.icon:
            line.addWidget(Icon(end.icon, 14, role))
        line.addWidget(Elided(text, "second-strong" if end.icon else "second", role), 1)
        return line


class _Foot(QWidget):
    """Three buttons side by side on a darker ground."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.setStyleSheet(FLAT.format(**theme.current()._asdict(), foot=FOOT))

    def add(self, pressed: QPushButton) -> None:
        if self._line.count():
            self._line.addWidget(Upright())
        self._line.addWidget(pressed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Round below, as the card is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.setClipRect(self.rect())
        painter.drawRoundedRect(self.rect().adjusted(0, -8, 0, 0), 7, 7)
