"""Notices readers and USB tokens come and go, asleep in between."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Protocol

from tokenmgr.system.pcsc import PcscError
from tokenmgr.system.readers import ReaderWatch
from tokenmgr.system.usb import UsbWatch

if TYPE_CHECKING:
    from collections.abc import Callable

#: A service that went away is asked for again soon, for it may just be restarting, and then ever less often: twice a
#: minute wakes nobody up.
AGAIN_SECONDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 30.0)
#: A token that announced itself may need a moment until its module sees it.
SETTLING_SECONDS = (0.25, 1.0)


class Source(Protocol):
    """Something that can be waited for."""

    def wait(self) -> bool:
        """Wait for a change; False when stopped."""
        ...

    def stop(self) -> None:
        """End the wait."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


class Pauses:
    """From failure to failure a longer one, until a wait has brought something."""

    def __init__(self) -> None:
        self._failures = 0

    def over(self) -> None:
        """It works. A service that takes a caller in and then fails has not shown that."""
        self._failures = 0

    def next(self) -> float:
        """How many seconds now."""
        self._failures += 1
        return AGAIN_SECONDS[min(self._failures, len(AGAIN_SECONDS)) - 1]


class Watch:
    """Runs every source in its own sleeping thread and hands their changes to one reader."""

    def __init__(self, sources: tuple[Callable[[], Source], ...] = (ReaderWatch, UsbWatch)) -> None:
        self._changes: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._running: set[Source] = set()
        self._lock = threading.Lock()
        for source in sources:
            threading.Thread(target=self._run, args=(source,), daemon=True, name="watch").start()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for a change; False when stopped or after the timeout. Changes that came together are one."""
        try:
            more = self._changes.get(timeout=timeout)
        except queue.Empty:
            return False
        while more and not self._changes.empty():
            more = self._changes.get()
        return more

    def nudge(self) -> None:
        """Act as if something had changed."""
        self._changes.put(True)

    def stop(self) -> None:
        """End all waits."""
        self._stopping.set()
        with self._lock:
            for source in self._running:
                source.stop()
        self._changes.put(False)

    def _run(self, make: Callable[[], Source]) -> None:
        pauses = Pauses()
        while not self._stopping.is_set():
            try:
                self._serve(make(), pauses)
            except OSError:
                return  # this system does not announce USB devices
            except PcscError:
                self._stopping.wait(pauses.next())

    def _serve(self, source: Source, pauses: Pauses) -> None:
        try:
            if not self._admit(source):
                return
            self.nudge()  # something may have come while nobody looked
            while source.wait():
                pauses.over()
                self.nudge()
        except PcscError:
            self.nudge()  # without the service its readers are gone
            raise
        finally:
            with self._lock:
                self._running.discard(source)
            source.close()

    def _admit(self, source: Source) -> bool:
        """Not when stopped meanwhile: nobody would stop this source any more."""
        with self._lock:
            if self._stopping.is_set():
                return False
            self._running.add(source)
            return True
