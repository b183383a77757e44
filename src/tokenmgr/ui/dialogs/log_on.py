"""Open a token for the work that follows; close it, or all of them, and forget their PINs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.lock_all import lock_all as close_every_token
from tokenmgr.model.errors import PinMustChange, TokenError
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.pins.keeping import Keeping
from tokenmgr.ui.pins.sheet import PinSheet
from tokenmgr.ui.screen import Message
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.token import TokenId
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.screen import Screen


def open_log_on(screen: Screen, token: TokenId, _about: object = None) -> None:
    """With a PIN."""
    screen.lay(LogOnSheet(screen, token))


def log_off(screen: Screen, token: TokenId, _about: object = None) -> None:
    """Close it and forget its PIN."""

    def done(_nothing: object) -> None:
        screen.say(Message("ok", translate("PinDialogs", "The token is locked"), seconds=6))
        screen.look_again()

    screen.bridge.run(lambda: screen.session(token).logout(), done, lambda error: _tell(screen, error))


def lock_all(screen: Screen, _token: TokenId | None = None, _about: object = None) -> None:
    """Forget every PIN and close every token; one that does not answer keeps nobody from closing the others."""
    screen.left.emit()

    def close_all() -> None:
        if screen.desk is not None:
            close_every_token(screen.desk)

    def done(_nothing: object) -> None:
        screen.say(Message("ok", translate("PinDialogs", "All tokens are locked, no PIN is kept"), seconds=6))
        screen.look_again()

    screen.bridge.run(close_all, done, lambda error: _tell(screen, error))


def _tell(screen: Screen, error: TokenError) -> None:
    say_trouble(screen, error)
    screen.look_again()


class OnePinSheet(PinSheet):
    """One field, and what `below` puts under it."""

    def __init__(self, screen: Screen, title: str, token: TokenId, kind: PinKind = PinKind.USER) -> None:
        super().__init__(screen, title, token, kind)
        self.add_entry()
        self.below()
        self.foot_form()
        self.refresh()
        self.ask_the_token()

    def below(self) -> None:
        """What there is to choose or to know."""

    def foot_form(self) -> None:
        """Cancel, log on."""
        self.foot(translate("PinDialogs", "Log on"), self.send)

    def reason(self) -> str:
        """The PIN is missing."""
        empty = self.entry is not None and not self.entry.text
        return translate("PinDialogs", "Type the PIN first") if empty else ""

    def typed(self) -> Pin | None:
        """To be wiped by whoever sends it; None where the reader has keys of its own."""
        return Pin(self.entry.text) if self.entry is not None else None


class LogOnSheet(OnePinSheet):
    """The PIN, and how long it is kept."""

    def __init__(self, screen: Screen, token: TokenId) -> None:
        super().__init__(screen, translate("PinDialogs", "Log on"), token)

    def below(self) -> None:
        """How long."""
        self._keeping = Keeping(self.screen)
        self.fields.addWidget(self._keeping)

    def task(self, *, confirm_last: bool) -> Callable[[TokenSession], object]:
        """One try at most."""
        typed = self.typed()
        self._keeping.choose()

        def log_on(session: TokenSession) -> None:
            try:
                session.login(typed, lambda _tries: confirm_last)
            finally:
                if typed is not None:
                    typed.wipe()

        return log_on

    def otherwise(self, error: TokenError) -> None:
        """A token that wants a new PIN first is given one."""
        if not isinstance(error, PinMustChange):
            self.tell(error)
            return
        screen, token = self.screen, self._token
        self.reject()
        screen.say(Message("warn", translate("PinDialogs", "The PIN is right, but the token wants a new one first")))
        screen.errands.run("change-pin", token)

    def succeeded(self) -> Message:
        """Open."""
        return Message("ok", translate("PinDialogs", "The token is unlocked"), seconds=6)
