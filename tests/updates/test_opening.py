"""Whoever does not want to wait for a connection need not, and no line stays open behind them."""

from __future__ import annotations

import threading
from http.client import HTTPConnection

import pytest

from tokenmgr.model.errors import Cancelled
from tokenmgr.updates.opening import open_

PATIENCE = 10


class Line(HTTPConnection):
    """One that connects when it is let."""

    def __init__(self, error: Exception | None = None) -> None:
        super().__init__("localhost")
        self.let, self.closed = threading.Event(), threading.Event()
        self._error = error

    def connect(self) -> None:
        assert self.let.wait(PATIENCE)
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        self.closed.set()


def test_connected_and_left_open() -> None:
    line, looks = Line(), []

    def look() -> None:
        looks.append(1)
        line.let.set()

    open_(line, look, 0.01)
    assert looks
    assert not line.closed.is_set()


@pytest.mark.parametrize("error", [OSError(), ValueError(), UnicodeError()])
def test_what_went_wrong_is_told_to_whoever_waits(error: Exception) -> None:
    line = Line(error)
    line.let.set()
    with pytest.raises(type(error)) as caught:
        open_(line, lambda: None, 0.01)
    assert caught.value is error


@pytest.mark.parametrize("wish", [Cancelled, TimeoutError, KeyboardInterrupt])
@pytest.mark.parametrize("error", [None, OSError()])
def test_who_leaves_is_let_go_at_once_and_the_line_is_closed_in_the_end(
    wish: type[BaseException], error: Exception | None
) -> None:
    line = Line(error)

    def leave() -> None:
        raise wish

    with pytest.raises(wish):
        open_(line, leave, 0.01)
    assert not line.closed.is_set()
    line.let.set()
    assert line.closed.wait(PATIENCE)


def test_who_leaves_just_when_it_is_connected_leaves_no_line_open() -> None:
    line = Line()

    def leave() -> None:
        line.let.set()
        for opening in [each for each in threading.enumerate() if each.name == "opening"]:
            opening.join()
        raise Cancelled

    with pytest.raises(Cancelled):
        open_(line, leave, 0.01)
    assert line.closed.is_set()
