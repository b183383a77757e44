"""Empty a token and begin anew: what dies is listed, the serial number's end typed, then the PINs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tokenmgr.model.pin import PinKind
from tokenmgr.ui.ask import FilledAsk
from tokenmgr.ui.dialogs.tail_field import TailField
from tokenmgr.ui.pins.new_pin import NewPin
from tokenmgr.ui.pins.officer import OfficerPin
from tokenmgr.ui.pins.sheet import PinSheet
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Trouble
from tokenmgr.ui.token_words import usage_words
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.widgets.fields import labelled
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QShowEvent

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.screen import Screen

MOST_LISTED = 6
LABEL_BYTES = 32
LONGEST = 80


def open_initialise(screen: Screen, token: TokenId, _about: object) -> None:
    """Only where the token is here."""
    shown = screen.glance.token(token)
    if shown is not None:
        screen.lay(InitialiseSheet(screen, shown))


class InitialiseSheet(PinSheet):
    """The administrator's PIN is what the token looks at; the new PIN is measured as everywhere."""

    new: NewPin

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__(screen, translate("TokenDialogs", "Initialise"), shown.id, PinKind.SO)
        self._emptied = False
        fact = translate("TokenDialogs", "Everything on this token will be deleted")
        meaning = translate(
            "TokenDialogs",
            "Certificates and keys cannot be brought back, and the issuer does not give them out again for nothing.",
        )
        self._doomed = QWidget()
        doomed = QVBoxLayout(self._doomed)
        doomed.setContentsMargins(0, 0, 0, 0)
        doomed.setSpacing(12)
        doomed.addWidget(Trouble(fact, meaning))
        self._add_inventory(shown, doomed)
        self._tail = TailField(shown.id, self.refresh)
        doomed.addWidget(self._tail)
        self._label = QLineEdit(shown.token.label)
        self._label.setMaxLength(LABEL_BYTES)
        self._label.textChanged.connect(lambda _text: self.refresh())
        doomed.addWidget(labelled(translate("TokenDialogs", "New name on the token"), self._label))
        self.fields.addWidget(self._doomed)
        self._officer = OfficerPin(shown, self.on_typing)
        self.entry = self._officer.entry
        self.fields.addWidget(self._officer)
        self.new = NewPin(PinKind.USER, self.profile)
        self.new.changed.connect(self.refresh)
        self.fields.addWidget(self.new)
        self.foot_form()
        self.refresh()
        self.ask_the_token()

    def _add_inventory(self, shown: TokenGlance, doomed: QVBoxLayout) -> None:
        doomed.addWidget(Text(translate("TokenDialogs", "What will be gone"), "section"))
        lines = tuple(_inventory(shown))
        if lines:
            doomed.addWidget(Facts(lines, 96))
        too = translate("TokenDialogs", "All keys and data go too, also those that do not show.")
        doomed.addWidget(Text(too, "second", "text2", wrap=True))

    def showEvent(self, event: QShowEvent) -> None:
        """What dies is agreed to before anything else."""
        super().showEvent(event)
        self._tail.setFocus()

    def foot_form(self) -> None:
        """Cancel, and the end of it; once that is done only a PIN is missing."""
        if self._emptied:
            self.foot(translate("TokenDialogs", "Set PIN"), self.send)
            return
        self.foot(translate("TokenDialogs", "Delete all and initialise"), self.send, "danger")

    def reason(self) -> str:
        """The first thing that is missing."""
        missing = "" if self._emptied else self._disagreement()
        if missing:
            return missing
        if self.entry is not None and not self.entry.text:
            return translate("TokenDialogs", "Type the administrator PIN")
        return self.new.trouble()

    def _disagreement(self) -> str:
        label = self._label.text().strip()
        if not self._tail.agreed:
            return translate("TokenDialogs", "Type the number's end")
        if not label:
            return translate("TokenDialogs", "The token needs a name")
        if len(label.encode(errors="replace")) > LABEL_BYTES:
            return translate("TokenDialogs", "Too long for the token")
        return ""

    def task(self, *, confirm_last: bool) -> Callable[[TokenSession], object]:
        """One try of the administrator's PIN."""
        typed = {PinKind.SO: self.entry.text} if self.entry is not None else {}
        ask = FilledAsk(typed, self.new.text, confirm_last=confirm_last)
        label, emptied = self._label.text().strip(), self._emptied

        def empty(session: TokenSession) -> None:
            from tokenmgr.actions.initialise import initialise  # only in the worker
            from tokenmgr.actions.unlock import set_pin

            if emptied:
                set_pin(session, ask)
            else:
                initialise(session, label, ask)

        return empty

    def half_done(self, error: TokenError) -> None:
        """Emptied, and its new PIN was refused: what is left to do is to choose another."""
        if not error.emptied or self._emptied:
            return
        self._emptied = True
        self._doomed.hide()
        fact = translate("TokenDialogs", "The token is empty now, and has no PIN yet")
        meaning = translate("TokenDialogs", "Only the PIN is missing: choose another, and set it.")
        self.fields.insertWidget(0, Trouble(fact, meaning, "warn"))
        self._drop_foot()
        self.foot_form()
        self._show_foot()

    def given_up(self) -> None:
        """The administrator's log-on was over."""
        super().given_up()
        self._officer.ask()
        self.entry = self._officer.entry
        self.refresh()

    def succeeded(self) -> Message:
        """What to do next."""
        fact = translate("TokenDialogs", "The token is empty and has a new PIN")
        return Message("ok", fact, translate("TokenDialogs", "Import a certificate, or apply for one."), seconds=8)


def _inventory(shown: TokenGlance) -> Iterator[Fact]:
    for each in shown.certificates[:MOST_LISTED]:
        yield Fact(usage_words(each.facts.usage), visible(each.facts.name or each.label or each.facts.sha256, LONGEST))
    more = len(shown.certificates) - MOST_LISTED
    if more > 0:
        yield Fact("", translate("TokenDialogs", "and %n more", "", more))
