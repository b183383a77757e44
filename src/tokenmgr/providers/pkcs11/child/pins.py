"""Every verb that carries a PIN. Each sends one PIN once, and reads what the token says of it in the same request.

Before the one call that may spend a try the other side is told ("reached"): what fails before it has cost nothing, what
fails after it may have.
"""

from __future__ import annotations

from ctypes import c_ubyte, c_ulong

from tokenmgr.providers.pkcs11.child import codes, piv
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.tokens import abilities, is_piv
from tokenmgr.providers.pkcs11.wire import forget
from tokenmgr.system.pcsc import PcscError

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki
    from tokenmgr.providers.pkcs11.child.safenet import SafeNet
    from tokenmgr.providers.pkcs11.child.slots import Identity, Seat, Slots

USERS = {"user": codes.USER, "so": codes.SO}
LABEL = 32


def buffer(pin: bytes | None) -> tuple[Any, c_ulong]:
    """A PIN as the module takes it; NULL asks the reader's own keys."""
    if pin is None:
        return None, c_ulong(0)
    return (c_ubyte * len(pin)).from_buffer_copy(pin), c_ulong(len(pin))


def wipe(*buffers: Any) -> None:
    """Overwrite PINs handed to the module."""
    for held in buffers:
        if held is not None:
            held[:] = [0] * len(held)


class Pins:
    """The PIN verbs of one module."""

    def __init__(self, cryptoki: Cryptoki, slots: Slots, safenet: SafeNet, reached: Callable[[], None]) -> None:
        self._cryptoki = cryptoki
        self._slots = slots
        self._safenet = safenet
        self._reached = reached
        #: The token that waits for an administrator's response.
        self._challenged: Seat | None = None
        #: The tokens that a person has opened.
        self._opened: dict[Identity, Seat] = {}
        #: OpenSC may be configured so that C_SetPIN without a login spends a try of the PUK.
        self.login_before_change = False

    def reading(self, token: Identity, kind: str) -> dict[str, Any]:
        """What the token says of a PIN."""
        return self._reading(self._slots.seen(token), kind)

    def _reading(self, seat: Seat, kind: str) -> dict[str, Any]:
        flags = self._slots.flags(seat.slot)
        row: dict[str, Any] = {
            "low": f"{kind}-pin-low" in flags,
            "final": f"{kind}-pin-final" in flags,
            "locked": f"{kind}-pin-locked" in flags,
            "must_change": f"{kind}-pin-must-change" in flags,
            "is_set": kind != "user" or "user-pin-set" in flags,
            "logged_in": False,
        }
        if is_piv(*seat.identity[:2]):
            return row | self._card_count(seat, kind)
        return row | self._vendor_count(seat, kind)

    def _card_count(self, seat: Seat, kind: str) -> dict[str, Any]:
        if kind == "so":
            return {}
        count = piv.tries(seat.reader, piv.PUK if kind == "puk" else piv.USER)
        if count is None:
            return {}
        known = {"logged_in": count.verified}
        return known if count.left is None else known | {"exact": count.left, "source": "card-counter"}

    def _vendor_count(self, seat: Seat, kind: str) -> dict[str, Any]:
        if kind == "puk":
            return {}
        session = self._slots.session(seat)
        state = {"logged_in": self._slots.logged_in(session) == kind}
        counters = self._safenet.counters(session)
        left, most = counters.get(kind), counters.get(f"{kind}_max")
        if counters.get("must_change") and kind == "user":
            state["must_change"] = True
        if left is None or most is None or not left <= most:
            return state
        return {**state, "exact": left, "limit": most, "source": "vendor-counter"}

    def policy(self, token: Identity) -> dict[str, Any]:
        """The PIN policy the token shows."""
        return self._safenet.policy(self._slots.session(self._slots.find(token)))

    def login(self, token: Identity, kind: str, pin: bytes | None) -> dict[str, Any]:
        """C_Login, once. Logging in while logged in proves nothing, so an open token is closed first."""
        needed = {"user": "sign", "so": "unlock-by-so"}.get(kind, "")
        seat, session = self._fresh(token, kind, needed, f"login-by-{kind}")
        verdict = self._login(session, USERS[kind], pin)
        if verdict == "right":
            self._opened[seat.identity] = seat
        return self.told(seat, kind, verdict)

    def login_for_key(self, session: int, pin: bytes) -> str:
        """C_Login for the one use of a key that has just begun."""
        return self._login(session, codes.CONTEXT, pin)

    def _able(self, token: Identity, ability: str, wish: str = "") -> Seat:
        """The token's seat, if it can do that: what it cannot do is refused before any PIN is sent."""
        seat = self._slots.find(token)
        if ability not in abilities(seat, self._safenet):
            raise Failure("unsupported", call=wish or ability)
        return seat

    def _fresh(self, token: Identity, kind: str, ability: str, wish: str = "") -> tuple[Seat, int]:
        """A session nobody is logged in on; an administrator needs a writing one and no other beside it."""
        seat = self._able(token, ability, wish)
        writing = "write-protected" not in self._slots.flags(seat.slot)
        if kind == "so":
            self._slots.drop(seat.slot)
        session = self._slots.session(seat, writing=writing)
        if self._slots.logged_in(session):
            self._slots.drop(seat.slot)
            session = self._slots.session(seat, writing=writing)
        return seat, session

    def _login(self, session: int, user: int, pin: bytes | None) -> str:
        held, size = buffer(pin)
        self._reached()
        try:
            rv = self._cryptoki.result("C_Login", c_ulong(session), c_ulong(user), held, size)
        finally:
            wipe(held)
        return self._verdict("C_Login", rv)

    def _verdict(self, call: str, rv: int) -> str:
        verdict = codes.VERDICTS.get(rv)
        if verdict is None:
            raise CkError(call, rv)
        return verdict

    def told(self, seat: Seat, kind: str, verdict: str) -> dict[str, Any]:
        """The verdict stands even where the reading after it fails."""
        try:
            reading = self._reading(seat, kind)
        except (CkError, Failure):
            reading = {}
        return {"verdict": verdict, **reading}

    def logout(self, token: Identity) -> None:
        """Close the token. OpenSC leaves a PIV card open, for every program; so the card itself is told."""
        self._close(self._slots.find(token))

    def _close(self, seat: Seat) -> None:
        self._slots.drop(seat.slot)
        if is_piv(*seat.identity[:2]):
            piv.close(seat.reader)
        self._opened.pop(seat.identity, None)

    def close(self) -> None:
        """Nothing that was opened here stays open."""
        for seat in list(self._opened.values()):
            self._close(seat)

    def change(self, token: Identity, kind: str, old: bytes | None, new: bytes | None) -> dict[str, Any]:
        """C_SetPIN. The administrator's PIN, and any PIN behind OpenSC, is changed by who is logged in."""
        needed = {"user": "change-pin", "so": "change-so-pin"}.get(kind, "")
        seat, session = self._fresh(token, kind, needed, f"change-{kind}")
        proven = kind == "so" or self.login_before_change
        try:
            verdict = self._login(session, USERS[kind], old) if proven else "right"
            if verdict == "right":
                verdict = self._exchange(session, old, new, proven=proven)
        finally:
            self._close(seat)  # also where the module failed: whoever was logged in does not stay so
        return self.told(seat, kind, verdict)

    def _exchange(self, session: int, old: bytes | None, new: bytes | None, *, proven: bool) -> str:
        held_old, size_old = buffer(old)
        held_new, size_new = buffer(new)
        self._reached()
        try:
            rv = self._cryptoki.result("C_SetPIN", c_ulong(session), held_old, size_old, held_new, size_new)
        finally:
            wipe(held_old, held_new)
        return "rules" if proven and rv in codes.UNFIT_NEW_PIN else self._verdict("C_SetPIN", rv)

    def set_by_officer(self, token: Identity, officer: bytes | None, new: bytes | None) -> dict[str, Any]:
        """C_Login as administrator, then C_InitPIN; the administrator does not stay logged in."""
        seat, session = self._fresh(token, "so", "unlock-by-so")
        try:
            verdict = self._login(session, codes.SO, officer)
            if verdict == "right":
                verdict = self._set_user_pin(session, new)
            return self.told(seat, "so", verdict)
        finally:
            self._slots.drop(seat.slot)

    def _set_user_pin(self, session: int, new: bytes | None) -> str:
        held, size = buffer(new)
        try:
            rv = self._cryptoki.result("C_InitPIN", c_ulong(session), held, size)
        finally:
            wipe(held)
        return "rules" if rv in codes.UNFIT_NEW_PIN else self._verdict("C_InitPIN", rv)

    def unlock_by_puk(self, token: Identity, puk: bytes, new: bytes) -> dict[str, Any]:
        """The PUK goes to a PIV card itself: through PKCS#11 it may be taken for the PIN.

        The module is logged out first: OpenSC remembers the old PIN, and would send it again.
        """
        seat = self._able(token, "unlock-by-puk")
        self._slots.drop(seat.slot)
        if max(len(puk), len(new)) > piv.PADDED:
            return self.told(seat, "puk", "rules")
        try:
            status = piv.unblock(seat.reader, puk, new, self._reached)
        except PcscError as error:
            raise Failure("fault", call="PC/SC", reason=str(error)) from None
        return self.told(seat, "puk", self._puk_verdict(status))

    def _puk_verdict(self, status: int) -> str:
        if status == piv.VERIFIED:
            return "right"
        count = piv.counted(status)
        if count is None:
            return "rules"
        return "wrong" if count.left else "locked"

    def initialise(self, token: Identity, officer: bytes | None, label: str) -> dict[str, Any]:
        """C_InitToken: everything on the token dies."""
        seat = self._able(token, "initialise")
        raw = label.encode()
        if len(raw) > LABEL:
            raise Failure("unsupported", call="label-too-long")
        self._slots.drop(seat.slot)
        held, size = buffer(officer)
        name = (c_ubyte * LABEL).from_buffer_copy(raw.ljust(LABEL))
        self._reached()
        try:
            rv = self._cryptoki.result("C_InitToken", c_ulong(seat.slot), held, size, name)
        finally:
            wipe(held)
        return self.told(seat, "so", self._verdict("C_InitToken", rv))

    def challenge(self, token: Identity) -> bytes:
        """The challenge; the session stays open for the response."""
        self._challenged = None
        seat = self._able(token, "unlock-by-challenge")
        self._slots.drop(seat.slot)
        challenge = self._safenet.challenge(self._slots.session(seat, writing=True))
        self._challenged = seat
        return challenge

    @property
    def waiting(self) -> bool:
        """Between challenge and response nothing else may touch the token."""
        return self._challenged is not None

    def stop_waiting(self) -> None:
        """The response will not come."""
        self._challenged = None

    def respond(self, token: Identity, response: bytes, new: bytes) -> dict[str, Any]:
        """The response to the last challenge. The token is not looked up: looking would break the pair."""
        seat, self._challenged = self._challenged, None
        if seat is None or seat.identity != token:
            raise Failure("unsupported", call="respond")
        session = self._slots.untouched(token)
        self._reached()
        try:
            verdict = self._verdict("ETC_UnlockComplete", self._safenet.respond(session, response, new))
        except CkError as error:
            if error.meaning == "gone":
                self._slots.forget(token)
            raise
        answer = self.told(seat, "user", verdict)
        self._slots.drop(seat.slot)
        return answer


def forgotten(*pins: bytes | None) -> None:
    """Overwrite the PINs of a request that has been served."""
    for pin in pins:
        if pin is not None:
            forget(pin)
