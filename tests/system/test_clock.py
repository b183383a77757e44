"""Whether the network has set the clock, as the kernel tells it."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, cast

import pytest

from tokenmgr.system.clock import LOST, is_set

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.system.clock import Timex


class Kernel:
    """Answers as it is told to."""

    adjtimex: Callable[..., int]

    def __init__(self, answer: int, greatest_error: int) -> None:
        def adjtimex(told: object) -> int:
            asked = cast("Timex", told._obj)  # type: ignore[attr-defined]
            assert asked.modes == 0  # nothing is to be changed
            asked.greatest_error = greatest_error
            return answer

        self.adjtimex = adjtimex


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are not asked")
@pytest.mark.parametrize(
    ("answer", "greatest_error", "known"),
    [(0, 500, True), (5, LOST, False), (5, LOST - 1, True), (-1, 0, False)],
    ids=["set", "not set", "set, and the computer's own clock is left alone", "not told"],
)
def test_what_the_kernel_says(answer: int, greatest_error: int, known: bool) -> None:
    assert is_set(cast("ctypes.CDLL", Kernel(answer, greatest_error))) is known


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are not asked")
def test_the_kernel_itself_counts_up_to_there() -> None:
    from tokenmgr.system.clock import Timex

    told = Timex()
    ctypes.CDLL(None).adjtimex(ctypes.byref(told))
    assert 0 <= told.greatest_error <= LOST
    assert is_set() is (told.greatest_error < LOST)


def test_elsewhere_nobody_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert not is_set()
