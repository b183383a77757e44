"""PINs kept for a while because the user asked for it: in this process only, and quick to forget.

The user's as long as the user has chosen, if at all; an administrator's for the few minutes after logging on as one.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.pin import Pin, PinKind

if TYPE_CHECKING:
    from tokenmgr.model.token import Token, TokenId

#: The choices, in minutes.
CHOICES = (0, 30, 60, 90, 120)
#: What an administrator does takes no longer.
OFFICER_MINUTES = 10
#: A clock that ran on while this process did not: the computer was asleep.
SLEEP_SECONDS = 2.0


#: Clocks that also run while the computer sleeps: Linux's, then macOS's; Windows' only clock does so anyway.
SLEEPLESS = next((getattr(time, name) for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC") if hasattr(time, name)), None)


def clock() -> float:
    """Seconds that also pass while the computer sleeps, and that nobody can set."""
    return time.monotonic() if SLEEPLESS is None else time.clock_gettime(SLEEPLESS)


class KeptPin(Pin):
    """A PIN that nobody has just typed."""

    __slots__ = ("line",)

    def __init__(self, pin: Pin, line: int) -> None:
        super().__init__("")
        self._bytes.extend(pin._bytes)  # noqa: SLF001 - a string of it could not be wiped
        #: Where the ledger says that it was right.
        self.line = line


class Entry(NamedTuple):
    """One kept PIN."""

    pin: KeptPin
    until: float
    generation: int


class PinCache:
    """Kept PINs by token and kind. Their time runs from the last entry by a person, not from the last use."""

    def __init__(self, minutes: int = 0) -> None:
        self._entries: dict[tuple[TokenId, PinKind], Entry] = {}
        self._lock = threading.Lock()
        self._slept = self._asleep()
        self._minutes = 0
        self.minutes = minutes

    @property
    def minutes(self) -> int:
        """How long a PIN is kept, 0 for not at all."""
        return self._minutes

    @minutes.setter
    def minutes(self, minutes: int) -> None:
        if minutes not in CHOICES:
            raise ValueError(minutes)
        if minutes < self._minutes:
            self.clear()
        self._minutes = minutes

    def keep(self, token: Token, pin: Pin, kind: PinKind = PinKind.USER, line: int = 0) -> None:
        """Keep a PIN that the token has just found right, as this line of the ledger says, and a person just typed."""
        minutes = OFFICER_MINUTES if kind is PinKind.SO else self._minutes
        if not minutes:
            return
        with self._lock:
            self._wipe((token.id, kind))
            self._entries[token.id, kind] = Entry(KeptPin(pin, line), clock() + minutes * 60, token.generation)

    def get(self, token: Token, kind: PinKind = PinKind.USER) -> KeptPin | None:
        """The kept PIN for this very insertion of the token, as a copy the caller wipes."""
        with self._lock:
            entry = self._valid(token, kind)
            return KeptPin(entry.pin, entry.pin.line) if entry else None

    def minutes_left(self, token: Token, kind: PinKind = PinKind.USER) -> int:
        """Whole minutes until the PIN is forgotten, rounded up; 0 where none is kept."""
        with self._lock:
            entry = self._valid(token, kind)
            return -int(-(entry.until - clock()) // 60) if entry else 0

    def _valid(self, token: Token, kind: PinKind) -> Entry | None:
        """The entry, unless its time is over or the token was pulled or the computer slept; then it is forgotten."""
        if self._just_slept():
            self._wipe(*self._entries)
        entry = self._entries.get((token.id, kind))
        if entry is not None and clock() < entry.until and entry.generation == token.generation:
            return entry
        self._wipe((token.id, kind))
        return None

    def drop(self, token: TokenId, *kinds: PinKind) -> None:
        """Forget what is kept for one: a PIN failed, the token was pulled or locked. `kinds`: only these."""
        with self._lock:
            self._wipe(*((token, kind) for kind in kinds or PinKind))

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._wipe(*self._entries)

    def _wipe(self, *keys: tuple[TokenId, PinKind]) -> None:
        for key in keys:
            entry = self._entries.pop(key, None)
            if entry is not None:
                entry.pin.wipe()

    def _just_slept(self) -> bool:
        before, self._slept = self._slept, self._asleep()
        return self._slept - before > SLEEP_SECONDS

    def _asleep(self) -> float:
        """How long the computer has slept since it started, where the system tells."""
        return clock() - time.monotonic()
