"""A sheet from which a PIN goes to a token: once, at the press of its button. What comes of it shows in its place.

wrong, stopped      ->  under its field; that field is emptied, the others stay
the last try        ->  the sheet turns into the risk, and goes on only after a word was typed
locked              ->  the sheet turns into the way out
token pulled        ->  a banner; what was typed for one insertion is not sent to the next
closed meanwhile    ->  what came of it is told across the page
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.model.errors import LastTry, PinLocked, PinRefused, TokenError, TokenGone, WrongPin
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import Ability, TokenFlag
from tokenmgr.ui.pins.entry import PinEntry, pin_pad_aside
from tokenmgr.ui.pins.last_try import LastTryPage
from tokenmgr.ui.pins.locked import LockedPage
from tokenmgr.ui.pins.words import pin_name, refused_words, wrong_words
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.banner import Banner
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.pin import PinPolicy, TriesLeft
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.pins.new_pin import NewPin
    from tokenmgr.ui.screen import Message, Screen


class Opening(NamedTuple):
    """What a token says of a PIN before it is asked for."""

    policy: PinPolicy
    tries: TriesLeft
    profile: Profile | None


class PinSheet(Sheet):
    """Subclasses fill `fields`, name their `entry` and `new`, and say in `task` what is done with what was typed."""

    #: The one whose PIN the token looks at.
    entry: PinEntry | None = None
    new: NewPin | None = None

    def __init__(self, screen: Screen, title: str, token: TokenId, kind: PinKind = PinKind.USER) -> None:
        super().__init__(screen, title, token)
        self.kind, self._token = kind, token
        self.profile = self.shown.issuer if self.shown else None
        self._typed_for = self.shown.token.generation if self.shown else 0
        self._here = self.shown is not None
        self._page: QWidget | None = None
        self._banner: Banner | None = None
        self.count(kind)
        self.form = QWidget()
        self.fields = QVBoxLayout(self.form)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(12)
        self.body.addWidget(self.form)
        screen.glanced.connect(self._seen)

    @property
    def shown(self) -> TokenGlance | None:
        """What is known of the token."""
        return self.screen.glance.token(self.token) if self.token else None

    # What subclasses say

    def task(self, *, confirm_last: bool) -> Callable[[TokenSession], object]:
        """What is to be done with what stands in the fields now. It will be done in a worker's thread."""
        raise NotImplementedError

    def reason(self) -> str:
        """Why the button cannot be pressed yet."""
        return ""

    def succeeded(self) -> Message:
        """What is said when it went well."""
        raise NotImplementedError

    def foot_form(self) -> None:
        """The footer of the form."""
        raise NotImplementedError

    def half_done(self, error: TokenError) -> None:
        """What was done before the error stays done, and the form is to say so."""

    def otherwise(self, error: TokenError) -> None:
        """An error that has no better place."""
        self.tell(error)

    # The form

    def ask_the_token(self) -> None:
        """Rules and tries, as the token says; until then what the issuer says."""
        token, kind = self._token, self.kind

        def ask() -> Opening:
            session = self.screen.session(token)
            return Opening(session.policy(), session.tries(kind), session.profile)

        self.screen.bridge.run(ask, self._opened, owner=self)

    def _opened(self, opening: Opening) -> None:
        self.profile = opening.profile or self.profile
        if self._line is not None:
            self._line.show_tries(opening.tries)
        if self.new is not None:
            self.new.rule(opening.policy, self.profile)
        self.settle()

    def add_entry(self) -> None:
        """A field for the PIN, or a line where the reader has keys of its own."""
        if self.shown is not None and TokenFlag.PIN_PAD in self.shown.token.flags:
            self.fields.addWidget(pin_pad_aside())
            return
        self.entry = PinEntry(pin_name(self.kind))
        self.entry.changed.connect(self.on_typing)
        self.fields.addWidget(self.entry)

    def on_typing(self) -> None:
        """What was said of the PIN before was said of another; an emptied field still shows why it was emptied."""
        if self.entry is not None and self.entry.text:
            self.entry.forgive()
        self.refresh()

    def refresh(self) -> None:
        """The button, and why it is off."""
        gone = translate("PinDialogs", "The token is not plugged in") if not self._here else ""
        reason = gone or self._reason()
        self.foot_note(reason)
        self.action.setEnabled(not reason and not self.working)
        self.settle()

    def _reason(self) -> str:
        if isinstance(self._page, LastTryPage):
            return "" if self._page.agreed else translate("PinDialogs", "Nothing has been sent yet")
        return self.reason() if self._page is None else ""

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor is where the typing begins."""
        super().showEvent(event)
        self._start_typing()

    def _start_typing(self) -> None:
        first = next(iter(self._entries()), None)
        if first is not None:
            first.field.setFocus()

    # Sending

    def send(self, *, confirm_last: bool = False) -> None:
        """Once."""
        if self.working or not self._here:
            return
        self.clear_trouble()
        for entry in self._entries():
            entry.forgive()
        self.form.setEnabled(False)
        self.action.setEnabled(False)
        self.foot_note(translate("PinDialogs", "Waiting for the token..."))
        task = self.task(confirm_last=confirm_last)
        token, meant = self._token, self._typed_for
        self.carry_out(lambda: self._send(token, meant, task), self._sent, self._failed)

    def _send(self, token: TokenId, meant: int, task: Callable[[TokenSession], object]) -> None:
        """In the worker. A PIN typed for one insertion is not sent to another."""
        session = self.screen.session(token)
        if session.token.generation != meant:
            gone = TokenGone(token)
            gone.no_try_used = True
            raise gone
        task(session)

    def given_up(self) -> None:
        """Something was asked for that does not stand in the fields, and nothing was sent."""
        self._open_form()

    def _sent(self, _nothing: object) -> None:
        self._empty_all()
        self.screen.say(self.succeeded())
        self.screen.look_again()
        self.accept()

    def _failed(self, error: TokenError) -> None:
        self._open_form()
        self.screen.look_again()
        self.half_done(error)
        match error:
            case LastTry():
                self._turn_to_last_try(error)
            case PinLocked():
                self._turn_to_locked(error)
            case WrongPin():
                self._wrong(error)
            case PinRefused():
                self._refused(error)
            case TokenGone():
                self._gone(nothing_sent=bool(error.no_try_used))
            case _:
                self.otherwise(error)
        self.refresh()
        here = self.screen_focus()
        if here is None or not self.isAncestorOf(here):
            self._start_typing()  # a field that was switched off lost the keyboard

    def _open_form(self) -> None:
        self.turn_back()
        self.form.setEnabled(True)
        self.refresh()

    def _wrong(self, error: WrongPin) -> None:
        if self._line is not None:
            self._line.show_tries(error.tries)
        if self.entry is not None:
            self.entry.empty()
            self.entry.refuse(*wrong_words(error, self.profile))

    def _refused(self, error: PinRefused) -> None:
        entry = self.new.first if error.new and self.new is not None else self.entry
        if entry is None:
            self.tell(error)
            return
        if not error.new:
            entry.empty()
        entry.refuse(*refused_words(error))

    # Pages

    def turn(
        self, page: QWidget, text: str, act: Callable[[], object], kind: str = "primary", cancel: str = ""
    ) -> None:
        """Another content, another footer."""
        self._drop_page()
        self._page = page
        self.form.hide()
        self.body.addWidget(page)
        page.show()
        self._foot_anew(text, act, kind, cancel)
        self.foot_note("")
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settle()

    def turn_back(self) -> None:
        """To the form, with what was typed."""
        if self._page is None:
            return
        self._drop_page()
        self.form.show()
        self._drop_foot()
        self.foot_form()
        self._show_foot()

    @property
    def turned(self) -> bool:
        """Whether another content than the form shows."""
        return self._page is not None

    def _drop_page(self) -> None:
        if self._page is not None:
            self._page.hide()
            self._page.deleteLater()
            self._page = None

    def _foot_anew(self, text: str, act: Callable[[], object], kind: str, cancel: str) -> None:
        self._drop_foot()
        self.foot(text, act, kind, cancel)
        self._show_foot()

    def _show_foot(self) -> None:
        """At once: what is put into a layout that shows is otherwise shown a moment later."""
        self.cancel.show()
        self.action.show()

    def _drop_foot(self) -> None:
        for each in (self.action, self.cancel):
            each.hide()
            each.deleteLater()

    @property
    def _knows_puk(self) -> bool:
        return self.shown is not None and Ability.UNLOCK_BY_PUK in self.shown.token.abilities

    def _turn_to_last_try(self, error: LastTry) -> None:
        if self._line is not None:
            self._line.show_tries(error.tries)
        page = LastTryPage(self._token, error.kind, error.tries, self.profile, puk=self._knows_puk)
        self.turn(
            page, translate("PinDialogs", "Spend the last try"), self._spend, "danger", translate("PinDialogs", "Wait")
        )
        page.changed.connect(self.refresh)
        page.setFocus()

    def _spend(self) -> None:
        if isinstance(self._page, LastTryPage) and self._page.agreed:
            self._page.setEnabled(False)
            self.send(confirm_last=True)

    def _turn_to_locked(self, error: PinLocked) -> None:
        self._empty_all()
        if self._line is not None:
            self._line.show_tries(error.tries)
        page = LockedPage(error.kind, self.profile, sent=not error.no_try_used, puk=self._knows_puk)
        self.turn(
            page,
            translate("PinDialogs", "What still works"),
            self._to_tokens,
            cancel=translate("PinDialogs", "Close"),
        )

    def _to_tokens(self) -> None:
        token = self.token
        self.reject()
        self.screen.choose(token)
        self.screen.go("tokens", token)

    # The token

    def token_left(self) -> None:
        """Pulled while this lay open: said, and nothing closed behind anybody's back."""
        if self._here:
            self._gone(nothing_sent=True)

    def _gone(self, *, nothing_sent: bool) -> None:
        self._here = False
        fact = translate("PinDialogs", "The token was removed")
        nothing = translate("PinDialogs", "No PIN was sent. Plug it in again, or close this.")
        maybe = translate("PinDialogs", "The PIN may have reached it: look at the tries left before typing it again.")
        self._show_banner("warn", fact, nothing if nothing_sent else maybe)

    def _seen(self, glance: Glance) -> None:
        """Back again, or pulled and plugged between two looks."""
        shown = glance.token(self._token)
        if shown is None or self.working or (self._here and shown.token.generation == self._typed_for):
            return
        self._typed_for, self._here = shown.token.generation, True
        self._empty_all()
        for entry in self._entries():
            entry.forgive()
        fact = translate("PinDialogs", "The token was plugged in again")
        self._show_banner("accent", fact, translate("PinDialogs", "Type the PINs once more."))
        self.turn_back()
        self._start_typing()
        self.ask_the_token()

    def _show_banner(self, tone: str, fact: str, consequence: str) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = Banner(tone, fact, consequence)
        self.body.insertWidget(0, self._banner)
        self._banner.show()
        self.refresh()

    # The end

    def _entries(self) -> list[PinEntry]:
        new = [self.new.first, self.new.again] if self.new is not None else []
        return [*([self.entry] if self.entry is not None else []), *new]

    def _empty_all(self) -> None:
        for entry in self._entries():
            entry.empty()

    def done(self, result: int) -> None:
        """Over. What was sent cannot be called back; what comes of it will be told across the page."""
        self._empty_all()
        super().done(result)
