"""Which token is in which slot, and the sessions on it."""

from __future__ import annotations

from contextlib import contextmanager
from ctypes import c_ulong
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import UNAVAILABLE, text
from tokenmgr.providers.pkcs11.wire import NUMBER_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki, TokenInfo

    #: manufacturer, model, serial
    Identity = tuple[str, str, str]


class Seat(NamedTuple):
    """A token in a slot."""

    slot: int
    reader: str
    info: TokenInfo

    @property
    def identity(self) -> Identity:
        """Who it is."""
        return identity(self.info)


def identity(info: TokenInfo) -> Identity:
    """Manufacturer, model and serial of a token."""
    return text(info.manufacturer), text(info.model), text(info.serial)


def known(value: int) -> int | None:
    """A number the module reports, or None where it says that it does not, or where it cannot mean it."""
    return None if value == UNAVAILABLE or value >= NUMBER_LIMIT else value


class Slots:
    """The tokens of this module and the sessions on them."""

    def __init__(self, cryptoki: Cryptoki) -> None:
        self._cryptoki = cryptoki
        #: (token, writing) -> (slot, session)
        self._sessions: dict[tuple[Identity, bool], tuple[int, int]] = {}
        #: Told when sessions open or close or objects come and go: handles may mean something else afterwards.
        self.on_change: list[Callable[[], None]] = []

    def seats(self) -> list[Seat]:
        """Every token that can be read; one bad slot does not hide the others."""
        seats = []
        for slot in self._cryptoki.slots():
            try:
                reader = text(self._cryptoki.slot_info(slot).description)
                seats.append(Seat(slot, reader, self._cryptoki.token_info(slot)))
            except CkError:
                continue
        return seats

    def find(self, wanted: Identity) -> Seat:
        """The seat of a token, looked up afresh: slots move, and listing them makes modules notice a pull."""
        seats = self.seats()
        for seat in seats:
            if seat.identity == wanted:
                return seat
        raise Failure("gone")

    def session(self, seat: Seat, *, writing: bool = False) -> int:
        """A session on the token in that seat, kept for the next time; one that writes also reads."""
        for able in (True,) if writing else (False, True):
            slot, kept = self._sessions.get((seat.identity, able), (-1, 0))
            if slot == seat.slot and self._alive(kept):
                return kept
        handle = self._cryptoki.open_session(seat.slot, writing=writing)
        self._sessions[seat.identity, writing] = (seat.slot, handle)
        self.changed()
        self._check(seat)
        return handle

    def _alive(self, session: int) -> bool:
        try:
            self._cryptoki.session_state(session)
        except CkError:
            return False
        return True

    def _check(self, seat: Seat) -> None:
        """Somebody may have changed the token before the session was open; the session belongs to what is in now."""
        try:
            found = identity(self._cryptoki.token_info(seat.slot))
        except CkError:
            self.drop(seat.slot)
            raise
        if found != seat.identity:
            self.drop(seat.slot)
            raise Failure("swapped", found=list(found))

    @contextmanager
    def kept(self, wanted: Identity) -> Iterator[int]:
        """A session that is open already, without asking who the token is: a session does not survive a pull.

        One that turns out to be dead is not offered again.
        """
        try:
            yield self._any_session(wanted)
        except CkError as error:
            if error.meaning == "gone":
                self._forget(wanted)
            raise

    def _any_session(self, wanted: Identity) -> int:
        for writing in (True, False):
            if (wanted, writing) in self._sessions:
                return self._sessions[wanted, writing][1]
        return self.session(self.find(wanted))

    def _forget(self, wanted: Identity) -> None:
        for writing in (True, False):
            _, session = self._sessions.pop((wanted, writing), (-1, 0))
            if session:
                self._cryptoki.result("C_CloseSession", c_ulong(session))
        self.changed()

    def drop(self, slot: int) -> None:
        """Close everything on a slot, which logs out too, and takes the sessions the binding left open with it."""
        self._sessions = {key: kept for key, kept in self._sessions.items() if kept[0] != slot}
        for _ in range(2):  # OpenSC skips the session after each one it closes; there are two here at most
            self._cryptoki.result("C_CloseAllSessions", c_ulong(slot))
        self.changed()

    def changed(self) -> None:
        """Handles of objects that somebody remembers are not to be used any more."""
        for told in self.on_change:
            told()

    def logged_in(self, session: int) -> str:
        """Who is: "user", "so" or nothing."""
        state = self._cryptoki.session_state(session)
        return {1: "user", 3: "user", 4: "so"}.get(state, "")

    def flags(self, slot: int) -> set[str]:
        """The token's flags this instant, as our words."""
        raw = self._cryptoki.token_info(slot).flags
        return {word for bit, word in codes.TOKEN_FLAGS.items() if raw & bit}
