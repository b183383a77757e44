"""The page: filters, the lines, and whether the record is as it was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QMenu, QWidget

from tokenmgr.ui.icons import Icon
from tokenmgr.ui.panels.history.filters import Wanted, group_words
from tokenmgr.ui.panels.history.lines import LineList, Lines, who
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.fields import SearchField
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.page import Page
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import date_here, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.actions.glance import Glance
    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.events import Event
    from tokenmgr.session.history import History
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.widgets.empty import Empty

FOOT = 40
#: Between the last letter typed and the lines that fit: thousands of them take longer than one picture.
PAUSE_MS = 120


class HistoryPage(Page):
    """Read anew when a glance shows that something was added."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(translate("History", "History"))
        self._screen = screen
        self._events: Sequence[Event] = ()
        self._newest: object = None
        self._wanted = Wanted()
        self._count = Text("", role="text2")
        self.heading.addWidget(self._count)
        self.heading.addStretch(1)
        self._words = SearchField(translate("History", "Search the history"), lambda _text: self._wait.start())
        self.heading.addWidget(self._words)
        self._wait = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._wait.timeout.connect(self._search)
        self._export = button(translate("History", "Export..."), self._offer_formats, icon="export")
        self.heading.addWidget(self._export)
        self._filters = self._filter_line()
        self.column.addWidget(self._filters)
        self._card = self._line_card()
        self.column.addWidget(self._card, 1)
        self._empty: Empty | None = None
        self.column.addStretch(0)
        self._show()

    def _filter_line(self) -> QWidget:
        block = QWidget()
        line = QHBoxLayout(block)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        groups = Segmented(group_words(), "")
        groups.setAccessibleName(translate("History", "Which lines"))
        groups.chosen.connect(lambda group: self._want(self._wanted._replace(group=group)))
        line.addWidget(groups)
        line.addStretch(0)
        self._tokens = QComboBox()
        self._tokens.setAccessibleName(translate("History", "Of which token"))
        self._tokens.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._tokens.setMinimumContentsLength(6)
        self._tokens.setMaximumWidth(220)
        self._tokens.addItem(translate("History", "All tokens"), None)
        self._tokens.activated.connect(lambda _row: self._want(self._wanted._replace(token=self._tokens.currentData())))
        line.addWidget(self._tokens, 1)
        return block

    def _line_card(self) -> Card:
        card = Card()
        self._list = LineList(Lines())
        card.column.addSpacing(4)
        card.column.addWidget(self._list, 1)
        self._none_fit = Text(translate("History", "No line fits these filters."), role="text2")
        self._none_fit.setContentsMargins(16, 12, 16, 12)
        card.column.addWidget(self._none_fit)
        card.column.addWidget(Rule())
        foot = QWidget()
        foot.setFixedHeight(FOOT)
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        self._sound_icon = Icon("circle", 16, "text2")
        self._sound = Elided(translate("History", "Checking the record..."), "second", "text2")
        line.addWidget(self._sound_icon)
        line.addWidget(self._sound, 1)
        card.column.addWidget(foot)
        return card

    def _show_empty(self) -> None:
        if self._empty is None:
            from tokenmgr.ui.widgets.empty import Empty  # hardly anybody's history is empty

            self._empty = Empty(
                "empty-history",
                translate("History", "Nothing has happened yet"),
                translate(
                    "History",
                    "What this program and others do to your tokens is written down here, line by line.\n"
                    "It stays on this computer. There is never a PIN in it.",
                ),
            )
            self.column.insertWidget(self.column.count() - 1, self._empty)
        self._empty.show()

    def show_glance(self, glance: Glance) -> None:
        """Read again where the newest line is another, or the day by which they are headed."""
        newest = glance.events[0].number if glance.events else 0
        state = (newest, self._screen.desk is not None, date_here(glance.taken))
        if state == self._newest:
            return
        self._newest = state
        if self._screen.desk is None:
            self._read((glance.events, None, ""))
            return
        history = self._screen.desk.history
        self._screen.bridge.run(lambda: _look_through(history()), self._read, owner=self)

    def show_about(self, about: object) -> None:
        """Only the lines of this token."""
        from tokenmgr.model.token import TokenId

        if isinstance(about, TokenId):
            self._offer_tokens(about)
            self._want(self._wanted._replace(token=about))

    def _read(self, found: tuple[Sequence[Event], int | None, str]) -> None:
        self._events, broken, trouble = found
        self._offer_tokens(self._wanted.token)
        self._show()
        self._show_soundness(broken, trouble)

    def _show_soundness(self, broken: int | None, trouble: str) -> None:
        if trouble:
            text = translate("History", "The record could not be read or written: {why}").format(why=trouble)
            look = ("triangle", "warn")
        elif broken is not None:
            text = translate("History", "Line {number} was changed or is missing").format(number=broken)
            look = ("octagon", "bad")
        elif self._screen.desk is None:
            text, look = translate("History", "Checking the record..."), ("circle", "text2")
        else:
            text, look = translate("History", "Record intact: every line is as it was written"), ("check-circle", "ok")
        self._sound.say(text)
        self._sound.paint_as("text2" if look[1] == "ok" else "text")
        self._sound_icon.show_as(*look)

    def _offer_tokens(self, chosen: TokenId | None) -> None:
        """Every token that has a line, by the name it had last."""
        named: dict[TokenId, str] = {}
        for event in self._events:
            if event.token is not None:
                named.setdefault(event.token, who(event))
        if chosen is not None and chosen not in named:
            shown = self._screen.glance.token(chosen)
            named[chosen] = f"{shown.name if shown else chosen.model} ·{chosen.tail}"
        self._tokens.clear()
        self._tokens.addItem(translate("History", "All tokens"), None)
        for token, name in named.items():
            self._tokens.addItem(name, token)
        self._tokens.setCurrentIndex(0 if chosen is None else 1 + list(named).index(chosen))

    def _search(self) -> None:
        self._want(self._wanted._replace(text=self._words.text()))

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._show()

    def _show(self) -> None:
        events = self._wanted.of(self._events)
        number = len(events)
        self._count.say(translate("History", "%n line(s)", "", number) if self._events else "")
        self._list.show_events(events, self._screen.glance.taken)
        self._list.setVisible(bool(events))
        self._none_fit.setVisible(not events)
        filled = bool(self._events)
        for part in (self._filters, self._card, self._export):
            part.setVisible(filled)
        if not filled:
            self._show_empty()
        elif self._empty is not None:
            self._empty.hide()

    def _offer_formats(self) -> None:
        menu = QMenu(self._export)
        menu.addAction(translate("History", "For programs (JSON)..."), lambda: self._ask_where("json"))
        menu.addAction(translate("History", "For spreadsheets (CSV)..."), lambda: self._ask_where("csv"))
        menu.popup(self._export.mapToGlobal(self._export.rect().bottomLeft()))

    def _ask_where(self, fmt: str) -> None:
        dialog = QFileDialog(self, translate("History", "Export the history"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(fmt)
        dialog.selectFile(f"tokenmgr-history.{fmt}")
        dialog.fileSelected.connect(lambda path: self.export(Path(path), fmt))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, path: Path, fmt: str) -> None:
        """All lines into a file."""
        if self._screen.desk is None:
            return
        history = self._screen.desk.history

        def done(_nothing: object) -> None:
            fact = translate("History", "History exported")
            self._screen.say(Message("ok", fact, path.name, seconds=8))

        self._screen.bridge.run(lambda: history().export(path, fmt), done, self._failed, self)

    def _failed(self, error: TokenError) -> None:
        from tokenmgr.ui.error_words import say_trouble

        say_trouble(self._screen, error)


def _look_through(history: History) -> tuple[Sequence[Event], int | None, str]:
    """For a working thread: every line, where the first broken one is, and what stood in the way."""
    events = history.every()
    return events, history.verify(), history.trouble
