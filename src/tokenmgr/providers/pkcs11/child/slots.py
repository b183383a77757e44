"""Which token is in which slot, and the sessions on it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from ctypes import c_ulong

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import UNAVAILABLE, text
from tokenmgr.providers.pkcs11.wire import NUMBER_LIMIT

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki, TokenInfo

    #: manufacturer, model, serial
    Identity = tuple[str, str, str]


#: How long a listing may serve what only reads. Modules notice a pull when they list.
MOMENT = 0.1


class Seat:
    """A token in a slot."""

    def __init__(self, slot: int, reader: str, info: TokenInfo) -> None:
        self.slot = slot
        self.reader = reader
        self.info = info

    @property
    def identity(self) -> Identity:
        """Who it is."""
        return identity(self.info)


def identity(info: TokenInfo) -> Identity:
    """Manufacturer, model and serial of a token."""
    return text(info.manufacturer), text(info.model), text(info.serial)


def the_one(seats: list[Seat], wanted: Identity) -> Seat | None:
    """Its seat. A card may show several slots in one reader; in two readers there are two cards of one name, and which
    of them a person means nobody can tell: neither is given a PIN.
    """
    fitting = [seat for seat in seats if seat.identity == wanted]
    if len({seat.reader for seat in fitting}) > 1:
        raise Failure("twins")
    return fitting[0] if fitting else None


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
        #: slot -> (token, reader)
        self._readers: dict[int, tuple[Identity | None, str]] = {}
        #: Another number for a token each time that it was out.
        self.insertions: dict[Identity, int] = {}
        #: Those of them that are not here.
        self._out: set[Identity] = set()
        self._listed: list[Seat] = []
        self._listed_at = 0.0
        #: Looked up before anybody asked.
        self._ahead: list[Seat] | CkError | Failure | None = None

    def seats(self) -> list[Seat]:
        """Every token that can be read; one bad slot does not hide the others."""
        seats = []
        for slot in self._cryptoki.slots():
            try:
                info = self._cryptoki.token_info(slot)
                seats.append(Seat(slot, self._reader(slot, identity(info)), info))
            except CkError:
                continue
        self._listed_at = time.monotonic()
        self._listed = seats
        self._note(seats)
        return seats

    def _note(self, seats: list[Seat]) -> None:
        """Whoever is not here any more, or was out in between, has no sessions; the next time is another insertion."""
        here = {(seat.identity, seat.slot) for seat in seats}
        dead = {
            who
            for (who, _), (slot, session) in self._sessions.items()
            if (who, slot) not in here or not self._alive(slot, session)
        }
        out = self.insertions.keys() - {who for who, _ in here}
        for who in dead | (out - self._out):
            self._let_go(who)
        self._out = out
        for who, _ in here:
            self.insertions.setdefault(who, 0)

    def look_ahead(self) -> None:
        """Look up every token for the first who will ask; what goes wrong is told then."""
        try:
            self._ahead = self.seats()
        except (CkError, Failure) as error:
            self._ahead = error
            self._listed_at = time.monotonic()

    def seats_at_first(self) -> list[Seat]:
        """Every token: for whoever asks first as looked up a moment ago, for everybody else afresh."""
        ahead, self._ahead = self._ahead, None
        if ahead is None or time.monotonic() - self._listed_at > MOMENT:
            return self.seats()
        if isinstance(ahead, Exception):
            raise ahead
        return ahead

    def _reader(self, slot: int, who: Identity) -> str:
        """The name of the reader behind a slot, asked for once for each token in it: OpenSC takes 3 ms to answer."""
        known_for, name = self._readers.get(slot, (None, ""))
        if known_for != who:
            name = text(self._cryptoki.slot_info(slot).description)
            self._readers[slot] = who, name
        return name

    def seen(self, wanted: Identity) -> Seat:
        """The seat of a token for reading: as listed a moment ago, else looked up afresh, which takes OpenSC 7 ms."""
        if time.monotonic() - self._listed_at < MOMENT:
            seat = the_one(self._listed, wanted)
            if seat is not None and self._still_in(seat):
                return seat
        return self.find(wanted)

    def _still_in(self, seat: Seat) -> bool:
        try:
            return identity(self._cryptoki.token_info(seat.slot)) == seat.identity
        except CkError:
            return False

    def find(self, wanted: Identity) -> Seat:
        """The seat of a token, looked up afresh: slots move, and listing them makes modules notice a pull."""
        seat = the_one(self.seats(), wanted)
        if seat is None:
            raise Failure("gone")
        return seat

    def session(self, seat: Seat, *, writing: bool = False) -> int:
        """A session on the token in that seat, kept for the next time; one that writes also reads."""
        for able in (True,) if writing else (False, True):
            slot, kept = self._sessions.get((seat.identity, able), (-1, 0))
            if slot == seat.slot and self._alive(slot, kept):
                return kept
        handle = self._cryptoki.open_session(seat.slot, writing=writing)
        self._sessions[seat.identity, writing] = (seat.slot, handle)
        self.changed()
        self._check(seat)
        return handle

    def _alive(self, slot: int, session: int) -> bool:
        """Still open, and still there: a number that one token's session had may be another's after it was pulled."""
        try:
            return self._cryptoki.session_slot(session) == slot
        except CkError:
            return False

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
                self.forget(wanted)
            raise

    def _any_session(self, wanted: Identity) -> int:
        for writing in (True, False):
            slot, session = self._sessions.get((wanted, writing), (-1, 0))
            if session and self._alive(slot, session):
                return session
        return self.session(self.find(wanted))

    def untouched(self, wanted: Identity) -> int:
        """The session that is open already, and not one call to see how it is."""
        _, session = self._sessions.get((wanted, True), (-1, 0))
        if not session:
            raise Failure("gone")
        return session

    def forget(self, wanted: Identity) -> None:
        """Sessions on a token whose module says that they are gone. One that is open still is closed, and so locked."""
        for writing in (True, False):
            slot, session = self._sessions.get((wanted, writing), (-1, 0))
            if session and self._alive(slot, session):
                self._cryptoki.result("C_CloseSession", c_ulong(session))
        self._let_go(wanted)

    def _let_go(self, wanted: Identity) -> None:
        """Of numbers that may be those of others by now."""
        for writing in (True, False):
            self._sessions.pop((wanted, writing), None)
        self.insertions[wanted] = self.insertions.get(wanted, 0) + 1
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
