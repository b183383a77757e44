"""Log on as a token's administrator: the PIN once, for what an administrator does in the next minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.pin import PinKind
from tokenmgr.session.cache import OFFICER_MINUTES
from tokenmgr.ui.dialogs.log_on import OnePinSheet
from tokenmgr.ui.pins.entry import Aside
from tokenmgr.ui.screen import Message
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.token import TokenId
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.screen import Screen


def open_log_on(screen: Screen, token: TokenId, _about: object = None) -> None:
    """With the administrator's PIN."""
    screen.lay(OfficerLogOnSheet(screen, token))


class OfficerLogOnSheet(OnePinSheet):
    """Nothing is done with it but what is asked for later, deed by deed."""

    def __init__(self, screen: Screen, token: TokenId) -> None:
        super().__init__(screen, translate("PinDialogs", "Log on as administrator"), token, PinKind.SO)

    def below(self) -> None:
        """What it is good for, and for how long."""
        minutes = OFFICER_MINUTES
        text = translate(
            "PinDialogs",
            "For %n minute(s) setting a PIN and initialising do not ask for it again. It is kept in memory only, and "
            "forgotten when you log off, when a PIN fails or when the token is pulled.",
            "",
            minutes,
        )
        self.fields.addWidget(Aside("info", text))
        if self.shown is not None and (self.shown.open or self.shown.unlocked_minutes):
            self.fields.addWidget(Aside("info", translate("PinDialogs", "The user is logged off first.")))

    def task(self, *, confirm_last: bool) -> Callable[[TokenSession], object]:
        """One try at most."""
        typed = self.typed()

        def log_on(session: TokenSession) -> None:
            try:
                session.login_officer(typed, lambda _tries: confirm_last)
            finally:
                if typed is not None:
                    typed.wipe()

        return log_on

    def succeeded(self) -> Message:
        """Kept."""
        return Message("ok", translate("PinDialogs", "You are logged on as administrator"), seconds=6)
