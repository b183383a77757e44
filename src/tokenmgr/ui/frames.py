"""Work in pieces: what need not be in this picture goes into the next, so that no picture is late."""

from __future__ import annotations

from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

#: At sixty pictures a second.
FRAME_MS = 16
#: By which one finds what is still to come.
NAME = "next-frame"
#: Of a picture's time; laying out and painting want the rest.
SHARE_SECONDS = 0.005


def next_frame(owner: QObject, act: Callable[[], object]) -> None:
    """When what there is now has been painted, unless the owner is gone by then."""
    timer = QTimer(owner, singleShot=True, interval=FRAME_MS)
    timer.setObjectName(NAME)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start()


def pause() -> None:
    """A picture in which somebody else is busy: the one that turns to a new page, for who fills the page."""


def one_a_frame(owner: QObject, *acts: Callable[[], object]) -> None:
    """The first now, each of the others in a picture of its own."""
    first, *others = acts
    first()
    if others:
        next_frame(owner, lambda: one_a_frame(owner, *others))


class Spread(QObject):
    """Acts in the order they are given, each picture as many as there is time for: rows that come all at once.

    Where there are several, one has a picture and the other the next.
    """

    #: When the picture is over in which one of them had its turn.
    _taken_until = 0.0

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._acts: deque[Callable[[], object]] = deque()

    def add(self, act: Callable[[], object]) -> None:
        """Behind the others."""
        if not self._acts:
            next_frame(self, self._work)
        self._acts.append(act)

    def forget(self) -> None:
        """What has not been done is not wanted any more."""
        self._acts.clear()

    def _work(self) -> None:
        now = perf_counter()
        if now >= Spread._taken_until:
            while self._acts and perf_counter() < now + SHARE_SECONDS:
                self._acts.popleft()()
            Spread._taken_until = perf_counter() + FRAME_MS / 2000
        if self._acts:
            next_frame(self, self._work)
