"""What of a token no Glance holds: keys, data, rules, the administrator's PIN. Read in the background, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from tokenmgr.model.errors import TokenError
from tokenmgr.model.pin import PinKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.pin import PinPolicy, PinReading, TriesLeft
    from tokenmgr.model.token import DataObject, KeyRef, TokenId
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.screen import Screen

    #: What a reading belongs to: the token as it showed, and the last that was written on it.
    Mark = tuple[TokenGlance, int]

T = TypeVar("T")


#: Events after which there is something else on the token.
WRITES = {"deleted", "imported", "key-made", "initialised"}


class TokenReading(NamedTuple):
    """None where the token did not say."""

    keys: tuple[KeyRef, ...] | None = None
    data: tuple[DataObject, ...] | None = None
    policy: PinPolicy | None = None
    officer: PinReading | None = None
    officer_tries: TriesLeft | None = None


def read_token(session: TokenSession) -> TokenReading:
    """For a working thread. What one question does not answer the next may; PINs are not needed for any."""
    keys, data = _said(session.private_keys), _said(session.data_objects)
    officer = _said(lambda: session.reading(PinKind.SO))
    return TokenReading(
        keys=None if keys is None else tuple(keys),
        data=None if data is None else tuple(data),
        policy=_said(session.policy),
        officer=officer,
        officer_tries=None if officer is None else _said(lambda: session.tries(PinKind.SO, officer)),
    )


def _said(ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except TokenError:
        return None


class Readings(QObject):
    """Read again when a Glance shows the token changed, or that something was written on it."""

    #: The TokenId that was read.
    arrived = Signal(object)

    def __init__(self, screen: Screen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._kept: dict[TokenId, tuple[Mark, TokenReading]] = {}
        self._asked: set[TokenId] = set()

    def known(self, token: TokenId) -> TokenReading | None:
        """What was read last, if anything was."""
        kept = self._kept.get(token)
        return kept[1] if kept else None

    def _mark(self, shown: TokenGlance) -> Mark:
        """A key or data object that comes or goes alone changes nothing in what a Glance shows of the token."""
        events = self._screen.glance.events
        return shown, max((each.number for each in events if each.token == shown.id and each.kind in WRITES), default=0)

    def want(self, shown: TokenGlance) -> None:
        """Read it, unless that was done for what the Glance shows. A token in the midst of a dialog is left alone."""
        kept, mark = self._kept.get(shown.id), self._mark(shown)
        fresh = kept is not None and kept[0] == mark
        busy = self._screen.busy or shown.id in self._asked or shown.health.state == "failed"
        if fresh or busy or self._screen.desk is None:
            return
        self._asked.add(shown.id)

        def keep(reading: TokenReading | None) -> None:
            self._asked.discard(shown.id)
            if reading is not None:
                self._kept[shown.id] = (mark, reading)
                self.arrived.emit(shown.id)

        self._screen.bridge.run(
            lambda: read_token(self._screen.session(shown.id)), keep, lambda _error: keep(None), self
        )
