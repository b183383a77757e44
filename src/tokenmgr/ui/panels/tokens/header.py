"""The head of the page: which token, in what state, what is left, and three facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tokenmgr.ui.errands import text_of
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.token_menu import token_menu
from tokenmgr.ui.token_words import Said, end_words, health_words, state_words
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.chip import Chip, practice_chip
from tokenmgr.ui.widgets.lines import Rule, Upright, joined
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.widgets.token_line import Glyph, family_words
from tokenmgr.ui.widgets.tries_line import TriesLine
from tokenmgr.ui.words import date_here, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ui.screen import Screen

GROUP = 4
MOST_KEPT = 132


class HeaderCard(Card):
    """Who it is above, how it is below."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._shown: TokenGlance | None = None
        self._day: object = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(16, 16, 16, 14)
        self._head.setSpacing(16)
        self._facts = QHBoxLayout()
        self._facts.setSpacing(0)
        self.column.addLayout(self._head)
        self.column.addWidget(Rule())
        self.column.addLayout(self._facts)

    def show_token(self, shown: TokenGlance, now: datetime) -> None:
        """Only where something is other than before."""
        day = date_here(now)
        if shown == self._shown and day == self._day:
            return
        self._shown, self._day = shown, day
        clear(self._head)
        clear(self._facts)
        self._fill_head(shown)
        self._fill_facts(shown, now)

    def _fill_head(self, shown: TokenGlance) -> None:
        self._head.addWidget(Glyph("flask" if shown.practice else "token", 48))
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addLayout(self._name_line(shown))
        names.addWidget(_WhoLine(_who_line(shown, narrow=False), _who_line(shown, narrow=True)))
        self._head.addLayout(names, 1)
        state = state_words(shown)
        self._head.addWidget(Chip(state.text, state.icon, state.tone))
        lock = self._lock_button(shown)
        if lock is not None:
            self._head.addWidget(lock)
        more = icon_button("more", translate("TokensPage", "More"))
        more.clicked.connect(lambda: token_menu(self._screen, shown, more))
        self._head.addWidget(more)

    def _name_line(self, shown: TokenGlance) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Elided(visible(shown.name), "title"))
        pencil = icon_button("rename", text_of("rename"), lambda: self._screen.errands.run("rename", shown.id))
        pencil.setFixedSize(28, 28)
        line.addWidget(pencil)
        if shown.practice:
            line.addWidget(practice_chip())
        line.addStretch(1)
        return line

    def _lock_button(self, shown: TokenGlance) -> QWidget | None:
        if shown.overview.tries.locked and not shown.unlocked:
            return None
        name = "lock" if shown.unlocked else "log-on"
        return button(text_of(name), lambda: self._screen.errands.run(name, shown.id), icon=name)

    def _fill_facts(self, shown: TokenGlance, now: datetime) -> None:
        tries = TriesLine(shown.overview.tries, lambda: self._screen.errands.run("tries", shown.id))
        tries.setContentsMargins(16, 8, 16, 12)
        self._facts.addWidget(tries, 17)
        version = visible(f"{shown.health.module} {shown.health.version}".strip())
        for name, said, more in (
            (translate("TokensPage", "Expires"), end_words(shown, now), ""),
            (translate("TokensPage", "Lock state"), lock_words(shown), ""),
            (translate("TokensPage", "Module"), health_words(shown), version),
        ):
            self._facts.addWidget(Upright())
            self._facts.addWidget(_fact(name, said, more), 10)


def lock_words(shown: TokenGlance) -> Said:
    """Open or not, and for how long."""
    minutes = shown.unlocked_minutes
    if shown.overview.tries.locked:
        return Said(translate("TokensPage", "Locked"), "lock", "text")
    if minutes:
        return Said(translate("TokensPage", "Locks in %n min", "", minutes), "unlock", "text")
    if shown.open:
        return Said(translate("TokensPage", "Unlocked"), "unlock", "text")
    return Said(translate("TokensPage", "Not unlocked"), "lock", "text")


def grouped(serial: str) -> tuple[str, str]:
    """A serial number in groups of four, and its last group, by which people tell tokens apart."""
    tail, rest = serial[-GROUP:], serial[:-GROUP]
    first = len(rest) % GROUP
    groups = [rest[:first], *(rest[at : at + GROUP] for at in range(first, len(rest), GROUP))]
    return " ".join(group for group in groups if group), tail


class _WhoLine(QWidget):
    """All words where they have room, else the fewer."""

    def __init__(self, every: QWidget, fewer: QWidget) -> None:
        super().__init__()
        self._every, self._fewer = every, fewer
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(every)
        column.addWidget(fewer)
        fewer.hide()

    def minimumSizeHint(self) -> QSize:
        """Of the fewer, whichever show: what all of them want must not make the page wider than the window."""
        return self._fewer.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Which of the two."""
        super().resizeEvent(event)
        room = self.width() >= self._every.minimumSizeHint().width()
        self._every.setVisible(room)
        self._fewer.setVisible(not room)


def _who_line(shown: TokenGlance, *, narrow: bool) -> QWidget:
    """Issuer, model, reader, serial number; a narrow window does without the two in the middle."""
    token = shown.token
    maker, model = visible(token.id.manufacturer), visible(token.id.model)
    kind = model if maker.lower() in model.lower() else f"{maker} {model}".strip()
    reader = translate("TokensPage", "Reader {name}").format(name=visible(token.reader)) if token.reader else ""
    words = [*(family_words(shown)[:1] if shown.issuer else [kind]), *([] if narrow or not shown.issuer else [kind])]
    made = [Elided(word, "second", "text2") for word in words if word]
    parts: list[QWidget] = [each if narrow else _kept(each) for each in made]
    if reader and not narrow:
        parts.append(Elided(reader, "second", "text2"))
    return joined(*parts, _serial(shown))


def _kept(words: Elided) -> Elided:
    """The others give way first, unless it is very long."""
    words.setMinimumWidth(min(words.sizeHint().width(), MOST_KEPT))
    return words


def _serial(shown: TokenGlance) -> QWidget:
    serial = visible(shown.id.serial)
    rest, tail = grouped(serial)
    block = QWidget()
    block.setAccessibleName(serial)
    line = QHBoxLayout(block)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    words = translate("TokensPage", "Serial {number}").format(number=rest)
    line.addWidget(_kept(Elided(words.strip(), "second", "text2")))
    line.addWidget(Text(tail, "second-strong"))
    return block


def _fact(name: str, said: Said, more: str) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(16, 8, 8, 10)
    column.setSpacing(1)
    column.addStretch(1)
    column.addWidget(Elided(name, "second", "text2"))
    line = QHBoxLayout()
    line.setSpacing(4)
    if said.icon:
        line.addWidget(Icon(said.icon, 14, said.tone), 0, Qt.AlignmentFlag.AlignVCenter)
    marked = said.tone in {"warn", "bad"}
    line.addWidget(Elided(said.text, "strong" if marked else "body", said.tone if marked else "text"))
    if more:
        line.addSpacing(4)
        line.addWidget(Elided(more, "second", "text2", Qt.TextElideMode.ElideMiddle), 1)
    line.addStretch(0 if more else 1)
    column.addLayout(line)
    column.addStretch(1)
    return block
