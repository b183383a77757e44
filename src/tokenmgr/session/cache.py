"""PINs kept for a while because the user asked for it: in this process only, and quick to forget."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenmgr.model.pin import Pin
    from tokenmgr.model.token import Token, TokenId

#: The choices, in minutes.
CHOICES = (0, 30, 60, 90, 120)
#: A clock that ran on while this process did not: the computer was asleep.
SLEEP_SECONDS = 2.0


def clock() -> float:
    """Seconds that also pass while the computer sleeps."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


@dataclass(slots=True)
class Entry:
    """One kept PIN."""

    pin: Pin
    until: float
    generation: int


class PinCache:
    """Kept PINs by token. Their time runs from the last entry by a person, not from the last use."""

    def __init__(self, minutes: int = 0) -> None:
        self._entries: dict[TokenId, Entry] = {}
        self._lock = threading.Lock()
        self._slept = self._asleep()
        self.minutes = minutes

    @property
    def minutes(self) -> int:
        """How long a PIN is kept, 0 for not at all."""
        return self._minutes

    @minutes.setter
    def minutes(self, minutes: int) -> None:
        if minutes not in CHOICES:
            raise ValueError(minutes)
        self._minutes = minutes
        if not minutes:
            self.clear()

    def keep(self, token: Token, pin: Pin) -> None:
        """Keep a PIN that the token has just found right and a person has just typed."""
        if not self._minutes:
            return
        self.drop(token.id)
        with self._lock:
            self._entries[token.id] = Entry(pin.copy(), clock() + self._minutes * 60, token.generation)

    def get(self, token: Token) -> Pin | None:
        """The kept PIN for this very insertion of the token, as a copy the caller wipes."""
        self._forget_if_slept()
        with self._lock:
            entry = self._entries.get(token.id)
            if entry is not None and clock() < entry.until and entry.generation == token.generation:
                return entry.pin.copy()
        self.drop(token.id)
        return None

    def minutes_left(self, token: Token) -> int:
        """Whole minutes until the PIN is forgotten, rounded up; 0 where none is kept."""
        self._forget_if_slept()
        with self._lock:
            entry = self._entries.get(token.id)
            left = 0.0 if entry is None or entry.generation != token.generation else entry.until - clock()
        return max(0, -int(-left // 60))

    def drop(self, token: TokenId) -> None:
        """Forget one: it failed, the token was pulled or locked."""
        with self._lock:
            entry = self._entries.pop(token, None)
        if entry is not None:
            entry.pin.wipe()

    def clear(self) -> None:
        """Forget all."""
        for token in list(self._entries):
            self.drop(token)

    def _asleep(self) -> float:
        """How long the computer has slept since it started, where the system tells."""
        return clock() - time.monotonic()

    def _forget_if_slept(self) -> None:
        slept = self._asleep()
        if slept - self._slept > SLEEP_SECONDS:
            self.clear()
        self._slept = slept
