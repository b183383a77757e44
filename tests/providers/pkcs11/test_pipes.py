"""Pipes with a deadline in both directions."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tokenmgr.providers.pkcs11 import pipes, wire
from tokenmgr.providers.pkcs11.pipes import BlockingOutlet, Late, PolledInlet, PolledOutlet, ThreadedInlet

if TYPE_CHECKING:
    from collections.abc import Callable

MORE_THAN_A_PIPE_HOLDS = bytes(300_000)


def soon(seconds: float = 0.1) -> float:
    return time.monotonic() + seconds


@pytest.fixture
def pipe() -> tuple[int, int]:
    """Both ends; each is closed by whoever takes it."""
    return os.pipe()


@pytest.mark.parametrize("kind", [PolledInlet, ThreadedInlet])
def test_bytes_come_then_nothing_then_the_end(kind: Callable[[int], pipes.Inlet], pipe: tuple[int, int]) -> None:
    inlet = kind(pipe[0])
    os.write(pipe[1], b"abc")
    assert inlet.read(soon(5)) == b"abc"
    began = time.monotonic()
    with pytest.raises(Late):
        inlet.read(soon())
    assert 0.05 < time.monotonic() - began < 2
    os.close(pipe[1])
    assert inlet.read(soon(5)) == b""
    inlet.close()


@pytest.mark.parametrize("kind", [PolledInlet, ThreadedInlet])
def test_a_deadline_that_is_past(kind: Callable[[int], pipes.Inlet], pipe: tuple[int, int]) -> None:
    inlet = kind(pipe[0])
    with pytest.raises(Late):
        inlet.read(soon(-1))
    os.close(pipe[1])
    inlet.close()


@pytest.mark.parametrize("kind", [PolledOutlet, BlockingOutlet])
def test_a_frame_larger_than_the_pipe_arrives(kind: Callable[[int], pipes.Outlet], pipe: tuple[int, int]) -> None:
    outlet = kind(pipe[1])
    received = bytearray()

    def read_all() -> None:
        while piece := os.read(pipe[0], 65536):
            received.extend(piece)

    reader = threading.Thread(target=read_all)
    reader.start()
    outlet.write(MORE_THAN_A_PIPE_HOLDS, soon(5))
    outlet.close()
    reader.join(5)
    os.close(pipe[0])
    assert bytes(received) == MORE_THAN_A_PIPE_HOLDS


def test_nobody_waits_for_a_child_that_does_not_read(pipe: tuple[int, int]) -> None:
    outlet = PolledOutlet(pipe[1])
    began = time.monotonic()
    with pytest.raises(Late):
        outlet.write(MORE_THAN_A_PIPE_HOLDS, soon())
    assert time.monotonic() - began < 2
    outlet.close()
    os.close(pipe[0])


@pytest.mark.parametrize("kind", [PolledOutlet, BlockingOutlet])
def test_a_child_that_is_gone(kind: Callable[[int], pipes.Outlet], pipe: tuple[int, int]) -> None:
    outlet = kind(pipe[1])
    os.close(pipe[0])
    with pytest.raises(wire.WireClosed):
        outlet.write(b"x", soon())
    outlet.close()


def test_each_system_gets_what_works_there(pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    inlet, outlet = pipes.inlet(os.dup(pipe[0])), pipes.outlet(os.dup(pipe[1]))
    assert (type(inlet), type(outlet)) == (PolledInlet, PolledOutlet)
    monkeypatch.setattr("sys.platform", "win32")
    threaded, blocking = pipes.inlet(pipe[0]), pipes.outlet(pipe[1])
    assert (type(threaded), type(blocking)) == (ThreadedInlet, BlockingOutlet)
    for end in (inlet, outlet, blocking):
        end.close()
    assert threaded.read(soon(5)) == b""
