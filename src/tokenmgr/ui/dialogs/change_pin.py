"""Exchange a PIN for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.change_pin import change_pin
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import TokenFlag
from tokenmgr.ui.ask import FilledAsk
from tokenmgr.ui.pins.entry import Aside, PinEntry, pin_pad_aside
from tokenmgr.ui.pins.new_pin import NewPin
from tokenmgr.ui.pins.sheet import PinSheet
from tokenmgr.ui.pins.words import current_name, no_copy_words
from tokenmgr.ui.screen import Message
from tokenmgr.ui.words import language, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.screen import Screen

#: After one of these the initial PIN is a thing of the past.
OWN_PIN = frozenset({"pin-right", "pin-changed", "unlocked"})


def open_change_pin(screen: Screen, token: TokenId, _about: object = None) -> None:
    """The user's own."""
    screen.lay(ChangePinSheet(screen, token, PinKind.USER))


def open_change_so_pin(screen: Screen, token: TokenId, _about: object = None) -> None:
    """The administrator's."""
    screen.lay(ChangePinSheet(screen, token, PinKind.SO))


class ChangePinSheet(PinSheet):
    """Three fields, each with what is to be said about it below."""

    def __init__(self, screen: Screen, token: TokenId, kind: PinKind) -> None:
        super().__init__(screen, title_of(kind), token, kind)
        if self.shown is not None and TokenFlag.PIN_PAD in self.shown.token.flags:
            self.fields.addWidget(pin_pad_aside())
        else:
            self._furnish(PinEntry(current_name(kind)), NewPin(kind, self.profile))
        if kind is PinKind.USER:
            self.fields.addWidget(Aside("info", no_copy_words(self.profile)))
        self.foot_form()
        self.refresh()
        self.ask_the_token()

    def _furnish(self, entry: PinEntry, new: NewPin) -> None:
        self.entry, self.new = entry, new
        self._hint(entry)
        self.fields.addWidget(entry)
        self.fields.addWidget(new)
        entry.changed.connect(self.on_typing)
        new.changed.connect(self.refresh)

    def _hint(self, entry: PinEntry) -> None:
        """Where the first PIN is to be found; never filled in, never tried."""
        initial = self.profile.pin.initial if self.profile and self.kind is PinKind.USER else None
        if initial is not None and self.shown is not None and may_be_initial(self.shown, self.screen.glance):
            entry.below.addWidget(Aside("info", initial.hint.in_language(language().value)))

    def foot_form(self) -> None:
        """Cancel, change."""
        self.foot(title_of(self.kind), self.send)

    def reason(self) -> str:
        """The first thing that is missing."""
        if self.entry is None or self.new is None:
            return ""
        if not self.entry.text:
            return translate("PinDialogs", "Type the current PIN first")
        return self.new.trouble(other_than=self.entry.text)

    def task(self, *, confirm_last: bool) -> Callable[[TokenSession], object]:
        """One try at most."""
        typed = {self.kind: self.entry.text} if self.entry is not None else {}
        ask = FilledAsk(typed, self.new.text if self.new is not None else "", confirm_last=confirm_last)
        return lambda session: change_pin(session, self.kind, ask)

    def succeeded(self) -> Message:
        """Changed."""
        fact = translate("PinDialogs", "The PIN is changed")
        if self.kind is PinKind.SO:
            fact = translate("PinDialogs", "The administrator PIN is changed")
        return Message("ok", fact, translate("PinDialogs", "Use the new one from now on, in every program."), seconds=8)


def title_of(kind: PinKind) -> str:
    """Of the sheet, and of its button."""
    if kind is PinKind.SO:
        return translate("PinDialogs", "Change administrator PIN")
    return translate("PinDialogs", "Change PIN")


def may_be_initial(shown: TokenGlance, glance: Glance) -> bool:
    """Known to be so, or nothing known against it."""
    if shown.initial_pin or shown.overview.reading.must_change:
        return True
    return not any(event.token == shown.id and event.kind in OWN_PIN for event in glance.events)
