"""What this program changed on the computer, each with its way back: in Doctor and in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.lines import Lined
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import clock, day, language, translate
from tokenmgr.wording.findings import change_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.change import Change
    from tokenmgr.model.errors import TokenError
    from tokenmgr.ui.screen import Screen


class ChangeList(QWidget):
    """Read anew by `reload`; hidden as long as there is nothing to tell."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(translate("Changes", "What this program changed on this computer"), "section"))
        self._card = Card()
        column.addWidget(self._card)
        self.hide()

    def reload(self) -> None:
        """The record lies in files."""
        changes = self._screen.changes
        self._screen.bridge.run(lambda: changes().all(), self.show_changes, owner=self)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """These, the newest first."""
        clear(self._card.column)
        for change in changes:
            row = ChangeRow(change, self)
            row.be_first(not self._card.column.count())
            self._card.column.addWidget(row)
        self.setVisible(bool(changes))

    def undo(self, change: Change) -> None:
        """Elsewhere; what another program changed since stays, and is told."""
        changes, desk = self._screen.changes, self._screen.desk

        def work() -> None:
            from tokenmgr.actions.undoing import undo  # only in the worker

            undo(changes(), change.id)
            if desk is not None:
                desk.modules.look_again()  # rights on a module's file may be among it

        def done(_none: object) -> None:
            said = change_words(change.kind, dict(change.what), language())
            self._screen.say(Message("ok", translate("Changes", "Taken back"), said, seconds=8))
            self.reload()

        self._screen.bridge.run(work, done, self._failed, self)

    def _failed(self, error: TokenError) -> None:
        say_trouble(self._screen, error)
        self.reload()


class ChangeRow(Lined):
    """One change: what, when, and back."""

    def __init__(self, change: Change, owner: ChangeList) -> None:
        super().__init__()
        undone = change.state == "undone"
        said = change_words(change.kind, dict(change.what), language())
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 12, 10)
        line.setSpacing(12)
        line.addWidget(Icon("reset" if undone else "pen", 16, "text2"))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Text(said, "body", "text2" if undone else "text", wrap=True))
        column.addWidget(Text(_when(change), "second", "text2"))
        line.addLayout(column, 1)
        if not undone:
            back = button(translate("Changes", "Take back"), lambda: owner.undo(change), small=True)
            back.setAccessibleDescription(said)
            line.addWidget(back)
        self.setAccessibleName(f"{said} {_when(change)}")


def _when(change: Change) -> str:
    made = f"{day(change.at)} {clock(change.at)}"
    if change.undone_at is None:
        return made
    undone = f"{day(change.undone_at)} {clock(change.undone_at)}"
    return translate("Changes", "{made}; taken back {undone}").format(made=made, undone=undone)
