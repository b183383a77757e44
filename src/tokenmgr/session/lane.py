"""One queue per token: whoever wants something of it waits for whoever came before."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_never_waits: set[int] = set()


def this_thread_never_waits() -> None:
    """Called once by the thread that paints the window: it is refused in every lane."""
    _never_waits.add(threading.get_ident())


class WrongThread(RuntimeError):
    """The thread that paints the window must not wait for a token. A fault of the program, not of the user."""


class Lane:
    """Served in the order of arrival; a caller inside the lane goes straight on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queue: deque[threading.Lock] = deque()
        self._owner = 0
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
            if self._owner in {0, me}:
                self._owner = me
                self._depth += 1
                return
            ticket = threading.Lock()
            ticket.acquire()
            self._queue.append(ticket)
        ticket.acquire()  # released by whoever leaves before us, with the lane already reserved
        with self._lock:
            self._owner = me
            self._depth = 1

    def _leave(self) -> None:
        with self._lock:
            self._depth -= 1
            if self._depth:
                return
            if self._queue:
                self._owner = -1  # nobody slips in before the one who waited
                self._queue.popleft().release()
            else:
                self._owner = 0
