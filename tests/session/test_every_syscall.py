"""Every fifth of what `python -m tests.session.every_syscall` does; figures and the rest are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds import shim as shim_bed
from tests.session.every_syscall import on_module, on_practice
from tests.session.ptrace import available, calls_of
from tests.session.rig import NETCA_PIN, wrong

if TYPE_CHECKING:
    from pathlib import Path

# Newer Pythons warn of forking beside threads; the child touches nothing that another thread could hold.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
EVERY = 5
needs_ptrace = pytest.mark.skipif(bool(available()), reason=available())


@needs_ptrace
@pytest.mark.parametrize("pin", [wrong(9).text(), NETCA_PIN], ids=["wrong", "right"])
def test_killed_while_a_practice_token_is_tried(tmp_path: Path, pin: str) -> None:
    found = on_practice(tmp_path, pin, EVERY)
    assert (found.above, found.far_below) == (0, 0)
    assert found.kills > 20


@needs_ptrace
@pytest.mark.skipif(bool(shim_bed.available()), reason=shim_bed.available())
def test_killed_while_a_module_is_tried(tmp_path: Path) -> None:
    found = on_module(tmp_path, wrong(9).text(), EVERY - 1)  # few of its calls lie between the PIN and its answer
    assert found.above == 0
    assert found.kills > 20


@needs_ptrace
def test_the_kill_comes_before_the_call(tmp_path: Path) -> None:
    """The bed itself: with the last call forbidden its deed is not done."""
    deed = tmp_path / "deed"
    calls = calls_of(deed.mkdir)
    assert deed.exists()
    deed.rmdir()
    found = {number: deed_done(deed, number) for number in range(1, calls + 1)}
    assert set(found.values()) == {True, False}
    assert sorted(found, key=found.__getitem__) == list(found)  # not yet, not yet, ..., done, done


def deed_done(deed: Path, number: int) -> bool:
    calls_of(deed.mkdir, number)
    done = deed.exists()
    if done:
        deed.rmdir()
    return done
