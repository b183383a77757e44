"""Right of the tree: head, buttons, facts in two columns, and what "not reported" means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tokenmgr.ui import theme
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.panels.tokens.fact_columns import FactColumns
from tokenmgr.ui.panels.tokens.recent import event_row
from tokenmgr.ui.save_text import save_text
from tokenmgr.ui.token_facts import sections_as_text
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.chip import Chip
from tokenmgr.ui.widgets.facts import copy
from tokenmgr.ui.widgets.flow import Flow
from tokenmgr.ui.widgets.keyboard import called, come_back, stops
from tokenmgr.ui.widgets.lines import Rule, joined
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.tabs import Tabs
from tokenmgr.ui.widgets.text import Elided, Tail, Text, hint
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import date_here, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from tokenmgr.model.token import TokenId
    from tokenmgr.session.events import Event
    from tokenmgr.ui.panels.tokens.subjects import Deed, Subject
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.token_facts import Section

SIDE = 20
NARROWEST, ROOMY = 340, 520
INFORMATION, RULES, EVENTS = range(3)


class Detail(QWidget):
    """`menu`: opens what else can be done, under the button it is given."""

    def __init__(self, screen: Screen, menu: Callable[[QWidget], object]) -> None:
        super().__init__()
        self._screen, self._menu = screen, menu
        self._subject: Subject | None = None
        self._token: TokenId | None = None
        self._events: tuple[Event, ...] = ()
        self._now: datetime | None = None
        self._day: object = None
        self._more: Section | None = None
        self._shares: list[QPushButton] = []
        self.setMinimumWidth(NARROWEST)  # whatever the words would want
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(SIDE, 16, SIDE, 12)
        self._head.setSpacing(12)
        column.addLayout(self._head)
        self._deeds = QHBoxLayout()
        self._deeds.setContentsMargins(SIDE, 0, SIDE, 12)
        column.addLayout(self._deeds)
        self._tabs = self._tab_line()
        column.addWidget(self._tabs)
        self._plain = self._plain_line()
        column.addWidget(self._plain)
        self._room = _room()
        column.addWidget(self._room, 1)
        self._foot = _Foot()
        column.addWidget(self._foot)

    def _tab_line(self) -> Tabs:
        words = (
            translate("TokensPage", "Information"),
            translate("TokensPage", "PIN rules"),
            translate("TokensPage", "Events"),
        )
        tabs = Tabs(*words)
        tabs.chosen.connect(lambda _number: self._fill())
        self._share(tabs.line)
        return tabs

    def _plain_line(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        line = QHBoxLayout()
        line.setContentsMargins(SIDE, 6, SIDE, 0)
        line.setSpacing(SIDE)
        line.addStretch(1)
        self._share(line)
        column.addLayout(line)
        return block

    def _share(self, line: QHBoxLayout) -> None:
        for text, icon, act in (
            (translate("TokensPage", "Copy all"), "copy", self._copy),
            (translate("TokensPage", "Save..."), "upload", self._save),
        ):
            made = button(text, act, icon=icon, kind="link")
            made.setAccessibleName(text)
            hint(made, text)
            self._shares.append(made)
            line.addWidget(made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icons alone where there is little room."""
        super().resizeEvent(event)
        for each in self._shares:
            each.setText(each.accessibleName() if self.width() >= ROOMY else "")

    def show_subject(self, subject: Subject, token: TokenId | None, events: tuple[Event, ...], now: datetime) -> None:
        """Only what is other than before is built again; the tab and the place in it stay."""
        head = (subject, token) != (self._subject, self._token)
        day = date_here(now)
        if not head and (events, day) == (self._events, self._day):
            return
        self._subject, self._token, self._events = subject, token, events
        self._now, self._day = now, day
        if head:
            self._more = None
            clear(self._head)
            clear(self._deeds)
            self._fill_head(subject)
            self._fill_deeds(subject.deeds)
        self._tabs.setVisible(bool(subject.rules))
        self._plain.setVisible(not subject.rules)
        self._fill()

    @property
    def bare(self) -> bool:
        """Whether facts that take longer to read are missing."""
        return self._more is None

    def add(self, more: Section) -> None:
        """Facts that took longer to read."""
        self._more = more
        self._fill()

    def _fill_head(self, subject: Subject) -> None:
        self._head.addWidget(Glyph(subject.icon, 40))
        names = QVBoxLayout()
        names.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(Elided(subject.title, "card"))
        if subject.chip is not None:
            first.addWidget(Chip(subject.chip.text, subject.chip.icon, subject.chip.tone))
        first.addStretch(1)
        names.addLayout(first)
        words = [Elided(word, "second", "text2") for word in subject.words]
        if words or subject.tail:
            names.addWidget(joined(*words, Tail(subject.tail)))
        self._head.addLayout(names, 1)
        if self._token is not None:
            more = icon_button("more", translate("TokensPage", "More"))
            more.clicked.connect(lambda: self._menu(more))
            self._head.addWidget(more)

    def _fill_deeds(self, deeds: tuple[Deed, ...]) -> None:
        if not deeds:
            return
        usual = QWidget()
        flow = Flow(usual)
        for deed in deeds:
            if not deed.danger:
                flow.addWidget(self._button(deed))
        self._deeds.addWidget(usual, 1)
        for deed in deeds:
            if deed.danger:
                self._deeds.addWidget(self._button(deed), 0, Qt.AlignmentFlag.AlignTop)

    def _button(self, deed: Deed) -> QWidget:
        run, token = self._screen.errands.run, self._token
        kind = "danger" if deed.danger else ""
        return button(deed.words, lambda: run(deed.errand, token, deed.about), icon=deed.icon, kind=kind, small=True)

    def _sections(self) -> tuple[Section, ...]:
        subject = self._subject
        if subject is None:
            return ()
        if subject.rules and self._tabs.now == RULES:
            return subject.rules
        return (*subject.sections, *((self._more,) if self._more is not None else ()))

    def _fill(self) -> None:
        subject = self._subject
        if subject is None:
            return
        at = self._room.verticalScrollBar().value()
        here = self.window().focusWidget()
        name = next((called(each) for each in stops(self._room) if each is here), "")
        self._room.setWidget(self._content(subject))
        self._room.verticalScrollBar().setValue(at)
        if name:
            come_back(self._room, name)
        facts = bool(self._sections()) and not (subject.rules and self._tabs.now == EVENTS)
        self._foot.setVisible(facts and self._token is not None)

    def _content(self, subject: Subject) -> QWidget:
        if subject.rules and self._tabs.now == EVENTS:
            return self._event_rows()
        if subject.text:
            return _sentence(subject.text)
        return FactColumns(self._sections(), wide=subject.wide)

    def _event_rows(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(4, 4, 4, 12)
        column.setSpacing(0)
        for number, event in enumerate(self._events):
            if number:
                column.addWidget(Rule())
            if self._now is not None:
                column.addWidget(event_row(event, self._now))
        if not self._events:
            nothing = translate("TokensPage", "Nothing has been recorded for this token yet")
            column.addWidget(_sentence(nothing))
        column.addStretch(1)
        return block

    def _text(self) -> str:
        subject = self._subject
        if subject is None:
            return ""
        name = f"{subject.title} {subject.tail}".strip()
        return sections_as_text(name, (*subject.sections, *subject.rules, *((self._more,) if self._more else ())))

    def _copy(self) -> None:
        copy(self._text())

    def _save(self) -> None:
        save_text(self._screen, self, "token.txt", self._text())


def _room() -> QScrollArea:
    room = QScrollArea()
    room.setWidgetResizable(True)
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    room.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
    return room


def _sentence(text: str) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(SIDE, 16, SIDE, 16)
    column.addWidget(Text(text, role="text2", wrap=True))
    column.addStretch(1)
    return block


class _Foot(QWidget):
    """What "not reported" means."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(36)
        line = QHBoxLayout(self)
        line.setContentsMargins(SIDE, 0, SIDE, 0)
        line.setSpacing(12)
        line.addWidget(Icon("info", 16, "text2"))
        text = translate("TokensPage", "“Not reported” means that the token does not say, not that there is none.")
        line.addWidget(Elided(text, "second", "text2", Qt.TextElideMode.ElideRight), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sunken, with a line above."""
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border"))
