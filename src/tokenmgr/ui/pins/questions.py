"""Questions that work elsewhere asks a person in the midst of it: each a sheet that ends with an answer or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import Ability
from tokenmgr.ui.pins.entry import PinEntry
from tokenmgr.ui.pins.keeping import Keeping
from tokenmgr.ui.pins.last_try import LastTryPage
from tokenmgr.ui.pins.new_pin import NewPin
from tokenmgr.ui.pins.words import pin_name
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.model.token import Token
    from tokenmgr.ui.screen import Screen

T = TypeVar("T")
NAME_WIDTH = 96


def purpose_words(purpose: str) -> str:
    """What the PIN is for."""
    return {
        "log-on": translate("PinDialogs", "Log on"),
        "open": translate("PinDialogs", "Log on"),
        "change-pin": translate("PinDialogs", "Change the PIN"),
        "unlock": translate("PinDialogs", "Unlock"),
        "sign": translate("PinDialogs", "Sign"),
        "sign-again": translate("PinDialogs", "Sign: this key asks each time"),
        "decrypt": translate("PinDialogs", "Decrypt"),
        "self-test": translate("PinDialogs", "Test the token"),
        "import": translate("PinDialogs", "Import"),
        "delete": translate("PinDialogs", "Delete"),
        "make-key": translate("PinDialogs", "Make a key"),
        "rename": translate("PinDialogs", "Rename"),
        "initialise": translate("PinDialogs", "Initialise"),
    }.get(purpose, purpose)


class Question(Sheet, Generic[T]):
    """`answer` once it is over; None where nobody answered."""

    takes_place = True
    answer: T | None = None

    def _focus(self) -> QWidget | None:
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is where the typing begins."""
        super().showEvent(event)
        first = self._focus()
        if first is not None:
            first.setFocus()


class Typed(NamedTuple):
    """A PIN as typed."""

    text: str

    def __repr__(self) -> str:
        return "Typed(hidden)"


class EnterPin(Question[Typed]):
    """Which operation, which key, who asks, what is left; one field. Cancel cancels everything."""

    def __init__(
        self,
        screen: Screen,
        token: Token,
        kind: PinKind,
        tries: TriesLeft,
        purpose: str,
        *,
        asked_by: str = "",
        key: str = "",
    ) -> None:
        super().__init__(screen, translate("PinDialogs", "Enter PIN"), token.id, asked_by)
        self._tries = tries
        if self._line is not None:
            self.count(kind)
            self._line.show_tries(tries)
        facts = [Fact(translate("PinDialogs", "For"), purpose_words(purpose))]
        if key:
            facts.append(Fact(translate("PinDialogs", "Key"), key))
        facts.append(Fact(translate("PinDialogs", "Asked by"), asked_by or translate("PinDialogs", "This program")))
        self.body.addWidget(Facts(facts, NAME_WIDTH))
        self.body.addSpacing(4)
        self.entry = PinEntry(pin_name(kind))
        self.entry.changed.connect(self._typed)
        self.body.addWidget(self.entry)
        self._keeping = Keeping(screen) if kind is PinKind.USER else None
        if self._keeping is not None:
            self.body.addWidget(self._keeping)
        self.foot(translate("PinDialogs", "OK"), self._done)
        self._typed()

    def _focus(self) -> QWidget | None:
        return self.entry.field

    def _typed(self) -> None:
        self.action.setEnabled(bool(self.entry.text))
        self.foot_note("" if self.entry.text else translate("PinDialogs", "Type the PIN"))
        self.settle()

    def _done(self) -> None:
        if not self.entry.text:
            return
        if self._keeping is not None:
            self._keeping.choose()
        self.answer = Typed(self.entry.text)
        self.entry.empty()
        self.accept()


class EnterNewPin(Question[str]):
    """A new PIN, twice."""

    def __init__(self, screen: Screen, token: Token, kind: PinKind, *, asked_by: str = "") -> None:
        super().__init__(screen, translate("PinDialogs", "New PIN"), token.id, asked_by)
        shown = screen.glance.token(token.id)
        self._new = NewPin(kind, shown.issuer if shown else None)
        self._new.changed.connect(self._typed)
        self.body.addWidget(self._new)
        self.foot(translate("PinDialogs", "OK"), self._done)
        self._typed()

    def _focus(self) -> QWidget | None:
        return self._new.first.field

    def _typed(self) -> None:
        trouble = self._new.trouble()
        self.action.setEnabled(not trouble)
        self.foot_note(trouble)
        self.settle()

    def _done(self) -> None:
        if not self._new.trouble():
            self.answer = self._new.text
            self._new.empty()
            self.accept()


class MayTheLastTryBeSpent(Question[bool]):
    """Wait, or try."""

    def __init__(self, screen: Screen, token: Token, kind: PinKind, tries: TriesLeft, *, asked_by: str = "") -> None:
        super().__init__(screen, translate("PinDialogs", "Last try"), token.id, asked_by)
        shown = screen.glance.token(token.id)
        self._page = LastTryPage(
            token.id,
            kind,
            tries,
            shown.issuer if shown else None,
            puk=Ability.UNLOCK_BY_PUK in token.abilities,
        )
        self._page.changed.connect(self._typed)
        self.body.addWidget(self._page)
        wait = translate("PinDialogs", "Wait")
        self.foot(translate("PinDialogs", "Spend the last try"), self._spend, "danger", wait)
        self._typed()

    def _focus(self) -> QWidget | None:
        return self._page

    def _typed(self) -> None:
        self.action.setEnabled(self._page.agreed)
        self.foot_note("" if self._page.agreed else translate("PinDialogs", "Nothing has been sent yet"))

    def _spend(self) -> None:
        if self._page.agreed:
            self.answer = True
            self.accept()


def pin_pad_message(token: Token) -> Message:
    """Look at the reader."""
    fact = translate("PinDialogs", "Type the PIN on the reader's own keys now")
    return Message("accent", fact, visible(token.reader), seconds=30)
