"""Several things asked at once, and none waited for longer than is reasonable."""

from __future__ import annotations

import threading
import time

TYPE_CHECKING = False  # typing costs 5 ms, and this is read at every start
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping
    from typing import Any


class Asked:
    """One question under way."""

    def __init__(self, work: Callable[[], Any], then: Callable[[Asked], None]) -> None:
        self.done = threading.Event()
        self.answer: Any = None
        self._work, self._then = work, then
        threading.Thread(target=self._run, daemon=True, name="asked").start()

    def _run(self) -> None:
        self.answer = self._work()
        self.done.set()
        self._then(self)


class Patience:
    """Whoever does not answer in time is not asked again until they have; `late` is told when they do at last."""

    def __init__(self, late: Callable[[], object]) -> None:
        self._late = late
        self._under_way: dict[Hashable, Asked] = {}
        self._missed: set[Asked] = set()
        self._lock = threading.Lock()

    def gather(self, works: Mapping[Any, Callable[[], Any]], seconds: float | None) -> dict[Any, Any]:
        """The answers that came in time, by key. Works must not raise. None: wait for all."""
        if seconds is None and len(works) <= 1:
            return {key: work() for key, work in works.items()}
        for key, work in works.items():
            if key not in self._under_way:
                self._under_way[key] = Asked(work, self._came)
        deadline = None if seconds is None else time.monotonic() + seconds
        return {key: self._under_way.pop(key).answer for key in works if self._in_time(key, deadline)}

    def _in_time(self, key: Hashable, deadline: float | None) -> bool:
        asked = self._under_way[key]
        asked.done.wait(None if deadline is None else max(0.0, deadline - time.monotonic()))
        with self._lock:
            if asked.done.is_set():
                self._missed.discard(asked)
                return True
            self._missed.add(asked)
            return False

    def _came(self, asked: Asked) -> None:
        with self._lock:
            late = asked in self._missed
        if late:
            self._late()
