"""A locked token: what happened, the way out step by step, whom to ask, and what still works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui import theme, type as typography
from tokenmgr.ui.errands import text_of
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.unlocking import administrator_may, can_unlock
from tokenmgr.ui.way_out_words import HelpLine, afterword, help_lines, steps_of, what_happened
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.facts import copy
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.page import GAP, clear
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import language, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ui.screen import Screen

SIDE_WIDTH = 288
#: Narrower than this the cards stand below one another.
BESIDE = 720
NUMBER = 28


class LockedView(QWidget):
    """The way out left, help and what still works right."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._before: object = None
        self.setMinimumWidth(SIDE_WIDTH)  # whatever two cards beside each other would want
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        self._main = Card()
        self._line.addWidget(self._main, 1)
        self._side = QWidget()
        self._column = QVBoxLayout(self._side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._side.setFixedWidth(SIDE_WIDTH)
        self._line.addWidget(self._side)

    def show_token(self, shown: TokenGlance, glance: Glance) -> None:
        """Only where it says something else than before."""
        happened = what_happened(shown, glance)
        now = (shown, happened)
        if now == self._before:
            return
        self._before = now
        clear(self._main.column)
        self._main.column.addLayout(self._story(shown, happened))
        self._main.column.addStretch(1)
        self._main.column.addWidget(Rule())
        self._main.column.addLayout(self._foot(shown))
        clear(self._column)
        if shown.issuer is not None:
            self._column.addWidget(_help_card(help_lines(shown.issuer)))
        self._column.addWidget(_still_card(), 1)

    def _story(self, shown: TokenGlance, happened: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Glyph("lock", 44, "bad", size=22), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        title = translate("TokensPage", "This token is locked: it cannot sign or decrypt any more")
        words.addWidget(Text(title, "title", wrap=True))
        words.addWidget(Text(happened, role="text2", wrap=True))
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addSpacing(12)
        for number, (step, note) in enumerate(steps_of(shown), 1):
            column.addWidget(Rule())
            column.addWidget(Step(number, step, note))
        more = afterword(shown)
        if more:
            column.addWidget(Rule())
            column.addSpacing(12)
            column.addWidget(Text(more, "second", "text2", wrap=True))
        return column

    def _foot(self, shown: TokenGlance) -> QBoxLayout:
        run = self._screen.errands.run
        line = QHBoxLayout()
        line.setContentsMargins(24, 12, 24, 12)
        line.setSpacing(8)
        if can_unlock(shown):
            line.addWidget(button(text_of("unlock"), lambda: run("unlock", shown.id), kind="primary"))
        if shown.issuer is not None:
            line.addWidget(
                button(translate("TokensPage", "Copy what to do"), lambda: copy(_as_text(shown)), icon="copy")
            )
        line.addWidget(button(text_of("events"), lambda: run("events", shown.id), icon="history"))
        line.addStretch(1)
        if not administrator_may(shown):
            return line
        asked = translate("TokensPage", "I have the administrator PIN...")
        both = QVBoxLayout()
        both.setSpacing(0)
        lone = QHBoxLayout()
        lone.setContentsMargins(22, 8, 24, 0)
        lone.addWidget(button(asked, lambda: run("unlock", shown.id), kind="link"))
        lone.addStretch(1)
        both.addLayout(lone)
        both.addLayout(line)
        return both

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(SIDE_WIDTH if beside else 0)
        self._side.setMaximumWidth(SIDE_WIDTH if beside else 16777215)


class Step(QWidget):
    """A number in a circle, what to do, and what to know about it."""

    def __init__(self, number: int, text: str, note: str = "") -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 12, 0, 12)
        line.setSpacing(24)
        line.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(0, 4, 0, 0)
        words.setSpacing(4)
        words.addWidget(Text(text, "strong", wrap=True))
        if note:
            words.addWidget(Text(note, role="text2", wrap=True))
        line.addLayout(words, 1)
        self.setAccessibleName(f"{number}. {text} {note}".strip())


class _Number(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(NUMBER, NUMBER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("text2")))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(theme.colour("text"))
        painter.setFont(typography.font("strong"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


def _as_text(shown: TokenGlance) -> str:
    """For a mail or a note: the issuer's own words."""
    from tokenmgr.ca.way_out import way_out  # only for who copies it

    return str(way_out(shown.issuer, language().value)) if shown.issuer is not None else ""


def _help_card(lines: tuple[HelpLine, ...]) -> Card:
    card = Card()
    column = QVBoxLayout()
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(12)
    for each in lines:
        column.addWidget(HelpRow(each))
    card.column.addLayout(column)
    return card


class HelpRow(QWidget):
    """What it is, above it what it says, and beside it a button that copies it; or a title over such rows."""

    def __init__(self, line: HelpLine) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        if not line.icon:
            row.addWidget(Text(line.text, "section", wrap=True))
            return
        row.addWidget(Icon(line.icon, 16, "text2"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(line.name, "second", "text2"))
        words.addWidget(Elided(line.text, "card") if line.big else self._value(line))
        row.addLayout(words, 1)
        if line.copies:
            name = translate("TokensPage", "Copy")
            pressed = button(name, lambda: copy(line.text), icon="copy", small=True)
            pressed.setAccessibleName(f"{name} {line.name} {line.text}")
            row.addWidget(pressed)

    @staticmethod
    def _value(line: HelpLine) -> QWidget:
        return Elided(line.text) if line.copies else Text(line.text, wrap=True)


def _still_card() -> Card:
    card = Card()
    column = QVBoxLayout()
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    still = (
        translate("TokensPage", "Look at certificates and export their public part"),
        translate("TokensPage", "Check signatures made before"),
        translate("TokensPage", "Use other tokens"),
    )
    no_more = (translate("TokensPage", "Sign, log in"), translate("TokensPage", "Decrypt old mail and files"))
    column.addWidget(Text(translate("TokensPage", "Still works"), "section"))
    for text in still:
        column.addWidget(_mark("check", "ok", text))
    column.addSpacing(4)
    column.addWidget(Text(translate("TokensPage", "No longer works"), "section"))
    for text in no_more:
        column.addWidget(_mark("cross", "bad", text))
    column.addStretch(1)
    card.column.addLayout(column)
    return card


def _mark(icon: str, role: str, text: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    line.addWidget(Icon(icon, 14, role), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(Text(text, wrap=True), 1)
    return row
