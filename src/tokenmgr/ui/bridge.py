"""The one door between threads and widgets. Whatever may wait runs behind it; what it found comes back through it."""

from __future__ import annotations

import threading
from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from tokenmgr.model.errors import Cancelled, TokenError
from tokenmgr.session.lane import this_thread_never_waits

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
#: Half a picture's time: what has come home is served no longer at a stretch.
SERVING_SECONDS = 0.008


def nothing(*_anything: object) -> None:
    """Where nobody wants to know."""


class Job:
    """Something under way. Work that can stop early looks at `stopping`."""

    def __init__(self) -> None:
        self.stopping = threading.Event()

    def stop(self) -> None:
        """Nobody wants the result any more."""
        self.stopping.set()


class Bridge(QObject):
    """Runs work in threads of its own and calls back in the window's."""

    _homewards = Signal()
    #: An error that is none of a token's: a fault of the program.
    stumbled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        this_thread_never_waits()
        self._arrived: deque[Callable[[], object]] = deque()
        #: Somebody has called already.
        self._awake = False
        self._homewards.connect(self._serve, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] = nothing,
        failed: Callable[[TokenError], object] = nothing,
        owner: QObject | None = None,
        fallen: Callable[[object], object] = nothing,
    ) -> Job:
        """Work elsewhere, then `done` or `failed` here, unless stopped or the owner is gone by then.

        `fallen`: after a fault of the program, which is told by `stumbled`.
        """
        job = Job()
        wanted = owner or self

        def home(call: Callable[[Any], object], result: object) -> None:
            def arrive() -> None:
                if not job.stopping.is_set() and isValid(wanted):
                    call(result)

            self.home(arrive)

        def carry_out() -> None:
            try:
                result = work()
            except Cancelled:
                home(failed, Cancelled())
            except TokenError as error:
                home(failed, error)
            except Exception as error:  # noqa: BLE001 - told to the person, whatever it is
                self.home(lambda error=error: self.stumbled.emit(error))  # type: ignore[misc]
                home(fallen, None)
            else:
                home(done, result)

        threading.Thread(target=carry_out, daemon=True, name="job").start()
        return job

    def home(self, call: Callable[[], object]) -> None:
        """From any thread: call this in the window's thread, soon."""
        if isValid(self):
            self._arrived.append(call)
            if not self._awake:
                self._awake = True
                self._homewards.emit()

    def ask(self, open_question: Callable[[Callable[[T | None], None]], object]) -> T:
        """From a working thread: put a question on the screen and wait for the answer; None of it is Cancelled."""
        from queue import SimpleQueue  # not for the first paint

        answer: SimpleQueue[T | None] = SimpleQueue()

        def put_it() -> None:
            try:
                open_question(answer.put)
            except Exception as error:  # noqa: BLE001 - told to the person; whoever waits must not wait for ever
                answer.put(None)
                self.stumbled.emit(error)

        self.home(put_it)
        given = answer.get()
        if given is None:
            raise Cancelled
        return given

    def _serve(self) -> None:
        """Those that have come, while there is time before the next picture: keys and clicks have their turn too."""
        self._awake = False
        end = perf_counter() + SERVING_SECONDS
        try:
            while self._arrived and perf_counter() < end:
                self._arrived.popleft()()
        finally:
            if self._arrived and not self._awake:
                self._awake = True
                QTimer.singleShot(0, self, self._serve)
