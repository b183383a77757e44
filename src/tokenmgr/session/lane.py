"""One queue per token: whoever wants something of it waits for whoever came before."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_never_waits: set[int] = set()
NOBODY = 0
#: The lane is kept for the one whose ticket was just given out: nobody slips in before who waited.
RESERVED = -1


def this_thread_never_waits() -> None:
    """Called once by the thread that paints the window: it is refused in every lane."""
    _never_waits.add(threading.get_ident())


def let_wait() -> None:
    """Undo it: the window is gone."""
    _never_waits.discard(threading.get_ident())


class WrongThread(RuntimeError):
    """The thread that paints the window must not wait for a token. A fault of the program, not of the user."""


class Lane:
    """Served in the order of arrival; a caller inside the lane goes straight on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queue: deque[threading.Lock] = deque()
        self._owner = NOBODY
        self._depth = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn and have it."""
        me = threading.get_ident()
        if me in _never_waits:
            raise WrongThread
        self._enter(me)
        try:
            yield
        finally:
            self._leave()

    def _enter(self, me: int) -> None:
        with self._lock:
            if self._owner in {NOBODY, me}:
                self._owner = me
                self._depth += 1
                return
            ticket = threading.Lock()
            ticket.acquire()
            self._queue.append(ticket)
        self._wait(ticket)
        with self._lock:
            self._owner = me
            self._depth = 1

    def _wait(self, ticket: threading.Lock) -> None:
        try:
            ticket.acquire()  # released by whoever leaves before us, with the lane already reserved
        except BaseException:  # Ctrl-C while waiting: whoever waits behind must not wait for us
            with self._lock:
                if ticket in self._queue:
                    self._queue.remove(ticket)
                else:
                    self._hand_on()
            raise

    def _leave(self) -> None:
        with self._lock:
            self._depth -= 1
            if not self._depth:
                self._hand_on()

    def _hand_on(self) -> None:
        self._owner = RESERVED if self._queue else NOBODY
        if self._queue:
            self._queue.popleft().release()
