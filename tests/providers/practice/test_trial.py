"""The count: before the comparison, durable, and the same for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.practice.known import (
    CLII,
    CLII_PIN,
    HK,
    HK_PIN,
    LIMIT,
    PUK,
    SO,
    USER,
    left_on_disk,
    on_disk,
    run,
    start,
    wrong,
)
from tokenmgr.model.pin import Pin, PinKind, Verdict
from tokenmgr.providers.practice import sealing, trial
from tokenmgr.providers.practice.trial import Trial, try_pin

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.practice.shelf import Shelf
    from tokenmgr.providers.practice.state import Secret

KILLED = 9
PROCESSES = 4

DIES_COMPARING = """
import os, sys, pathlib
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.providers.practice import sealing, trial
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.providers.practice.specs import HONGKONG_POST
trial.wrapping_key_if_right = lambda *_: os.kill(os.getpid(), 9)
PracticeProvider(pathlib.Path(sys.argv[1])).pin.login(HONGKONG_POST.id, PinKind.USER, Pin(sys.argv[2]))
"""

TRIES = """
import sys, pathlib
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.providers.practice.specs import HONGKONG_POST
pins = PracticeProvider(pathlib.Path(sys.argv[1])).pin
for number in range(int(sys.argv[2])):
    pin = Pin(sys.argv[3] if len(sys.argv) > 3 and number % 2 else f"wrong-{number}")
    answer = pins.login(HONGKONG_POST.id, PinKind.USER, pin)
    print(answer.verdict.value, answer.reading.exact, flush=True)
"""


def tried(shelf: Shelf, token: TokenId, pin: Pin, kind: PinKind = USER) -> Trial:
    with shelf.hold(token) as held:
        return try_pin(held, kind, pin)


@pytest.mark.parametrize(("token", "limit", "pin"), [(HK, 15, HK_PIN), (CLII, 10, CLII_PIN)])
def test_it_locks_at_the_limit_and_stays_locked(
    shelf: Shelf, folder: Path, token: TokenId, limit: int, pin: str
) -> None:
    for left in range(limit - 1, 0, -1):
        assert tried(shelf, token, wrong()).verdict is Verdict.WRONG
        assert left_on_disk(folder, token) == left
    assert tried(shelf, token, wrong()).verdict is Verdict.LOCKED
    assert left_on_disk(folder, token) == 0
    assert tried(shelf, token, Pin(pin)) == Trial(Verdict.LOCKED)
    assert left_on_disk(folder, token) == 0


def test_the_right_pin_gives_all_tries_back(shelf: Shelf, folder: Path) -> None:
    for _ in range(14):
        tried(shelf, HK, wrong())
    assert tried(shelf, HK, Pin(HK_PIN)).verdict is Verdict.RIGHT
    assert left_on_disk(folder, HK) == 15


def test_the_counter_is_on_disk_before_the_pin_is_compared(
    shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    compare = sealing.wrapping_key_if_right

    def watched(secret: Secret, pin: Pin) -> bytes | None:
        seen.append(left_on_disk(folder, HK))
        return compare(secret, pin)

    monkeypatch.setattr(trial, "wrapping_key_if_right", watched)
    tried(shelf, HK, wrong())
    tried(shelf, HK, Pin(HK_PIN))
    assert seen == [14, 13]


def test_a_locked_pin_is_not_even_compared(shelf: Shelf, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(10):
        tried(shelf, CLII, wrong(), SO)

    def never(*_: object) -> None:
        pytest.fail("compared")

    monkeypatch.setattr(trial, "wrapping_key_if_right", never)
    assert tried(shelf, CLII, Pin("88888888"), SO).verdict is Verdict.LOCKED


def test_counters_do_not_touch_each_other(shelf: Shelf, folder: Path) -> None:
    tried(shelf, CLII, wrong(), SO)
    assert (left_on_disk(folder, CLII), left_on_disk(folder, CLII, SO)) == (10, 9)


@pytest.mark.parametrize("kind", [SO, PUK])
def test_a_pin_that_does_not_exist_is_not_counted(shelf: Shelf, folder: Path, kind: PinKind) -> None:
    before = on_disk(folder, HK)
    assert tried(shelf, HK, wrong(), kind).verdict is Verdict.NOT_SET
    assert on_disk(folder, HK) == before


@pytest.mark.parametrize("pin", ["wrong-0", HK_PIN])
def test_killed_between_count_and_comparison_the_try_is_spent(shelf: Shelf, folder: Path, pin: str) -> None:
    code, _ = run(DIES_COMPARING, str(folder), pin)
    assert code == -KILLED
    assert left_on_disk(folder, HK) == 14
    assert tried(shelf, HK, Pin(HK_PIN)).verdict is Verdict.RIGHT


@pytest.mark.parametrize("answers", range(1, 5))
def test_killed_anywhere_it_never_shows_more_than_is_true(folder: Path, answers: int) -> None:
    """Killed right after some answer, so in the middle of the next try, at no place in particular."""
    with start(TRIES, str(folder), "14") as process:
        assert process.stdout is not None
        for _ in range(answers):
            process.stdout.readline()
        process.kill()
        more = len(process.stdout.readlines())
    begun_at_most_one = (14 - answers - more, 15 - answers - more)
    assert left_on_disk(folder, HK) in begun_at_most_one


def test_processes_agree_on_every_try(folder: Path) -> None:
    """Twelve wrong PINs from four processes: each number of tries left is told exactly once."""
    typing = [start(TRIES, str(folder), "3") for _ in range(PROCESSES)]
    lines = "".join(process.communicate(timeout=LIMIT)[0] for process in typing).splitlines()
    assert sorted(lines) == sorted(f"wrong {left}" for left in range(14, 2, -1))
    assert left_on_disk(folder, HK) == 3


def test_right_and_wrong_pins_at_once_never_lock(folder: Path) -> None:
    typing = [start(TRIES, str(folder), "10", HK_PIN) for _ in range(PROCESSES)]
    lines = "".join(process.communicate(timeout=LIMIT)[0] for process in typing).splitlines()
    assert lines.count("right 15") == PROCESSES * 5
    assert sum(line.startswith("wrong") for line in lines) == PROCESSES * 5
    assert left_on_disk(folder, HK) == 15  # whichever try came last, it was a right one


def test_a_trial_does_not_show_the_key() -> None:
    assert "secret" not in repr(Trial(Verdict.RIGHT, b"secret"))
