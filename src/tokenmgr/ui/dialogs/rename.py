"""Give a token a name: on this computer always, on the token itself where it can be written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.token import Ability
from tokenmgr.ui.ask import SheetAsk
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.fields import labelled
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

LONGEST_ALIAS = 64
LABEL_BYTES = 32


def open_rename(screen: Screen, token: TokenId, _about: object) -> None:
    """The present name is chosen, to be typed over."""
    shown = screen.glance.token(token)
    if shown is not None:
        screen.lay(RenameSheet(screen, shown))


class RenameSheet(Sheet):
    """A name on the token needs its PIN, which is asked for when it is needed."""

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__(screen, translate("TokenDialogs", "Rename"), shown.id)
        self._owner, self._shown = screen, shown
        self._alias = QLineEdit(shown.alias)
        self._alias.setMaxLength(LONGEST_ALIAS)
        self._alias.setPlaceholderText(shown.token.label[:LONGEST_ALIAS])
        self._alias.selectAll()
        self._alias.textChanged.connect(self._typed)
        self.body.addWidget(labelled(translate("TokenDialogs", "Alias on this computer"), self._alias))
        note = translate("TokenDialogs", "Only this computer knows it. Empty: the token shows as it calls itself.")
        self.body.addWidget(Text(note, "second", "text2", wrap=True))
        self._label: QLineEdit | None = None
        if Ability.RENAME in shown.token.abilities:
            self._add_label(shown)
        self.foot(translate("TokenDialogs", "Rename"), self._go)
        self._typed()

    def _add_label(self, shown: TokenGlance) -> None:
        self._label = QLineEdit(shown.token.label)
        self._label.setMaxLength(LONGEST_ALIAS)
        self._label.textChanged.connect(self._typed)
        self.body.addSpacing(4)
        self.body.addWidget(labelled(translate("TokenDialogs", "Name on the token"), self._label))
        note = translate("TokenDialogs", "Every computer sees it. To change it the PIN is asked for.")
        self.body.addWidget(Text(note, "second", "text2", wrap=True))

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is where the typing begins."""
        super().showEvent(event)
        self._alias.setFocus()

    @property
    def _new_label(self) -> str:
        """What is to be written on the token; "" where nothing is."""
        label = self._label.text().strip() if self._label is not None else ""
        return "" if label == self._shown.token.label else label

    def _typed(self, _text: str = "") -> None:
        reason = self._reason()
        self.foot_note(reason)
        self.action.setEnabled(not reason and not self.working)

    def _reason(self) -> str:
        if self._label is not None and not self._label.text().strip():
            return translate("TokenDialogs", "The token needs a name")
        if len(self._new_label.encode(errors="replace")) > LABEL_BYTES:
            return translate("TokenDialogs", "Too long for the token")
        if not self._new_label and self._alias.text().strip() == self._shown.alias:
            return translate("TokenDialogs", "Nothing has been changed yet")
        return ""

    def _go(self) -> None:
        if self.working:
            return
        self.clear_trouble()
        screen, token = self._owner, self._shown.id
        alias, label = self._alias.text().strip(), self._new_label
        ask = SheetAsk(screen, given_up=self.was_left)
        self.carry_out(lambda: _rename(screen, token, alias, label, ask), self._done)

    def _done(self, _result: object) -> None:
        self._owner.say(Message("ok", translate("TokenDialogs", "Renamed"), seconds=8))
        self._owner.look_again()
        self.accept()


def _rename(screen: Screen, token: TokenId, alias: str, label: str, ask: SheetAsk) -> None:
    """In a worker's thread: first what may be refused."""
    from tokenmgr.actions.rename import rename_on_token  # only in the worker

    if label:
        rename_on_token(screen.session(token), label, ask)
    if screen.desk is not None:
        try:
            screen.desk.inventory.remembered.set_alias(token, alias)
        except OSError as error:
            raise FileUnreadable(error.filename or "", error.strerror or type(error).__name__) from None
