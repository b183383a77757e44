"""Each capability: what for, when it was used last, and a switch where it is the user's to grant here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tokenmgr.ui.panels.settings.pane import setting, switch
from tokenmgr.ui.start_with_computer import show_start, start_with_computer
from tokenmgr.ui.widgets.chip import Chip
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.switching import mark
from tokenmgr.ui.words import translate, when
from tokenmgr.updates.place import host_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tokenmgr.session.events import Event
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.widgets.text import Text

TOKENS = frozenset({"arrived", "pin-right", "pin-wrong", "signed", "decrypted", "tested", "pin-changed", "unlocked"})
FILES = frozenset({"imported", "exported"})


class Permissions(QWidget):
    """What is not used at all is said to be so."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._tokens = self._used(
            translate("Privacy", "USB tokens and card readers"),
            translate("Privacy", "To show and use your tokens, through their vendors' modules"),
        )
        self._files = self._used(
            translate("Privacy", "Files"),
            translate("Privacy", "Those you choose, and its own folder"),
        )
        self._used(
            translate("Privacy", "Clipboard"),
            translate("Privacy", "Written to when you press a copy button; never read, never a PIN"),
        )
        self._granted()
        self._add_network()
        update = Chip(translate("Privacy", "Not used"), "minus")
        self._row(
            translate("Privacy", "Installing programs"),
            translate("Privacy", "This version does not bring itself up to date"),
            update,
        )

    def _add_network(self) -> None:
        host, needless = host_in(self._screen.resources), translate("Privacy", "Nothing in this version needs them")
        never = Chip(translate("Privacy", "Not used"), "minus")
        if not host:
            self._row(translate("Privacy", "Network, Bluetooth, location, camera, microphone"), needless, never)
            return
        self._updates = self._switch(
            translate("Privacy", "Network"),
            translate(
                "Privacy",
                "To look for a newer version, once a day or when you press the button. {host} is told which file is "
                "wanted, and sees the internet address you have",
            ).format(host=host),
            "updates",
        )
        self._row(translate("Privacy", "Bluetooth, location, camera, microphone"), needless, never)

    _updates: QCheckBox | None = None

    def _granted(self) -> None:
        choices = self._screen.choices
        self._notices = self._switch(
            translate("Privacy", "Notifications of the system"),
            translate("Privacy", "To tell of tokens, wrong PINs elsewhere and certificates that end"),
            "notices",
        )
        self._mini = self._switch(
            translate("Privacy", "A window above others"),
            translate("Privacy", "The mini window"),
            "mini",
        )
        title = translate("Privacy", "Starting with the computer")
        self._start = switch(title, now=False, change=lambda on: start_with_computer(self._screen, on=on))
        self._start.setEnabled(False)
        self._row(title, translate("Privacy", "To watch tokens from the beginning"), self._start)
        choices.changed.connect(self._changed)

    def _switch(self, title: str, text: str, name: str) -> QCheckBox:
        choices = self._screen.choices
        box = switch(title, getattr(choices.now, name), lambda on: choices.choose(**{name: on}))
        self._row(title, text, box)
        return box

    def _changed(self, _name: str) -> None:
        mark(self._notices, self._screen.choices.now.notices)
        mark(self._mini, self._screen.choices.now.mini)
        if self._updates is not None:
            mark(self._updates, self._screen.choices.now.updates)

    def _used(self, title: str, text: str) -> Text:
        return self._row(title, text, Chip(translate("Privacy", "In use"), "check"))

    def _row(self, title: str, text: str, control: QWidget) -> Text:
        if self._column.count():
            self._column.addWidget(Rule())
        row, meaning = setting(title, text, control)
        self._column.addWidget(row)
        return meaning

    def look(self) -> None:
        """When each was used last, as far as that is written down."""
        show_start(self._screen, self._start)
        desk = self._screen.desk
        if desk is not None:
            self._screen.bridge.run(lambda: desk.history().every(), self._show_last, owner=self)

    def _show_last(self, events: Sequence[Event]) -> None:
        now = self._screen.glance.taken
        tokens = translate("Privacy", "To show and use your tokens, through their vendors' modules")
        self._tokens.say(_with_last(tokens, _last(events, TOKENS), now))
        files = translate("Privacy", "Those you choose, and its own folder")
        self._files.say(_with_last(files, _last(events, FILES), now))


def _last(events: Sequence[Event], kinds: frozenset[str]) -> datetime | None:
    return next((event.at for event in events if event.kind in kinds), None)


def _with_last(text: str, last: datetime | None, now: datetime) -> str:
    if last is None:
        return text
    return translate("Privacy", "{text}; last: {when}").format(text=text, when=when(last, now))
