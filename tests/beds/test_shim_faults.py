"""The shim fails as told: faults, a pulled token, broken slots, lies; and a pad that types for the user."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.beds import barecalls
from tests.beds.barecalls import Step
from tests.beds.shim import Shim
from tests.beds.shim_steps import BAD, OK, PIN, SO_PIN, START, USE, WRONG, answers, run, session

WITH_FREE = 2  # SoftHSM always lists one slot more, for a token yet to be made


# Faults


@pytest.mark.parametrize(
    ("action", "ended"),
    [
        ("segv", -signal.SIGSEGV),
        ("abort", -signal.SIGABRT),
        ("exit", 3),
        ("overflow", -signal.SIGSEGV),
        ("kill", -signal.SIGKILL),
    ],
)
def test_a_fault_ends_the_process_before_the_token_is_reached(keyed: Shim, action: str, ended: int) -> None:
    keyed.set(fault=f"C_Login:{action}")
    done = run(keyed, USE, ["open"], ["login", "user", BAD])
    assert (done.ended, len(done.answers)) == (ended, 4)
    assert keyed.tries_left("user") == 15
    assert keyed.trace()[-1] == "> C_Login user"


@pytest.mark.parametrize(("action", "ended"), [("kill_after", -signal.SIGKILL), ("exit_after", 3)])
def test_a_fault_after_leaves_the_deed_done(shim: Shim, action: str, ended: int) -> None:
    shim.set(fault=f"C_SetPIN:{action}")
    assert run(shim, USE, ["open"], ["set_pin", PIN, "777777"]).ended == ended
    assert session(shim, ["login", "user", "777777"]) == [OK]


@pytest.mark.parametrize(("action", "left"), [("hang", 15), ("hang_after", 14)])
def test_a_hang_lasts_until_killed(keyed: Shim, action: str, left: int) -> None:
    keyed.set(fault=f"C_Login:{action}")
    steps: list[Step] = [*START, USE, ["open"], ["login", "user", BAD]]
    child = barecalls.start(keyed.module, keyed.env, *steps)
    assert child.stdout is not None
    for _ in steps[:-1]:
        child.stdout.readline()
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(0.3)
    child.kill()
    child.communicate()
    assert keyed.tries_left("user") == left


def test_answers_are_replaced_at_the_call_named(keyed: Shim) -> None:
    keyed.set(fault="C_Login:rv=0x30@2;C_GetSessionInfo:rv_after=0x5@2+")
    got = session(keyed, *([["login", "user", BAD]] * 3), *([["state"]] * 3))
    assert got[:3] == [WRONG, 0x30, WRONG]
    assert keyed.tries_left("user") == 13
    assert [state[0] for state in got[3:]] == [OK, 5, 5]


def test_any_call_can_be_the_nth(keyed: Shim) -> None:
    keyed.set(fault="*:rv=0x32@3")
    assert [rv for rv, _ in answers(keyed, ["slots"], ["slots"])] == [0x32, OK]


def test_a_delay_only_delays(keyed: Shim) -> None:
    begin = time.monotonic()
    keyed.set(fault="C_Login:delay=300")
    assert session(keyed, ["login", "user", PIN]) == [OK]
    assert time.monotonic() - begin > 0.3


def test_loading_can_fail_too(keyed: Shim) -> None:
    keyed.set(fault="load:exit")
    child = barecalls.start(keyed.module, keyed.env, *START)
    assert barecalls.finish(child).ended == 3


@pytest.mark.parametrize("fault", ["C_Logn:segv", "C_Login:sgev", "C_Login"])
def test_a_misspelt_fault_is_seen(keyed: Shim, fault: str) -> None:
    keyed.set(fault=fault)
    assert barecalls.finish(barecalls.start(keyed.module, keyed.env)).ended == -signal.SIGABRT


# The pad


def test_pins_are_typed_on_the_pad(shim: Shim, tmp_path: Path) -> None:
    pad = tmp_path / "pad"
    shim.set(pad=pad)
    assert session(shim, ["flags"], ["login", "user", None]) == [[OK, "pad"], 0x50]
    pad.write_text(f"{BAD}\n777777\n", encoding="ascii")
    assert session(shim, ["login", "user", None], ["set_pin", None, None]) == [WRONG, WRONG]
    assert shim.tries_left("user") == 13
    pad.write_text(f"{PIN}\n777777\n", encoding="ascii")
    assert session(shim, ["set_pin", None, None], ["login", "user", "777777"]) == [OK, OK]
    assert session(shim, ["login", "so", SO_PIN], ["init_pin", None], ["logout"], ["login", "user", PIN]) == [OK] * 4


# Pulling and plugging


def test_a_pulled_token_is_gone_and_its_login_with_it(keyed: Shim) -> None:
    gone, was = f"{keyed.folder / 'gone'}", f"{keyed.folder / 'gone.was'}"
    got = session(
        keyed,
        ["login", "user", PIN],
        ["touch", gone],
        ["state"],
        ["slots"],
        ["flags"],
        ["open"],
        ["token_present"],
        ["rename", gone, was],
        ["slots"],
        ["state"],
        ["open"],
        ["state"],
        ["token_present"],
    )
    removed, none, flags, no_open, before, _, back, stale, opened, fresh, after = got[2:]
    assert [removed[0], none, flags[0], no_open] == [0x32, [OK, []], 0xE0, 0xE0]
    assert [len(back[1]), stale[0], opened, fresh[:2]] == [WITH_FREE, 0xB3, OK, [OK, 2]]
    assert (before, after) == (False, True)


def test_a_fast_replug_is_noticed(keyed: Shim) -> None:
    gone, was = f"{keyed.folder / 'gone'}", f"{keyed.folder / 'gone.was'}"
    got = session(keyed, ["login", "user", PIN], ["touch", gone], ["rename", gone, was], ["state"], ["state"])
    assert [got[-2][0], got[-1][0]] == [0x32, 0xB3]


def test_pull_and_plug_reach_the_next_process(keyed: Shim) -> None:
    keyed.pull()
    assert run(keyed).answers[1] == [OK, []]
    keyed.plug()
    assert len(run(keyed).answers[1][1]) == WITH_FREE


# Lies and broken slots


def test_broken_slots_come_first(keyed: Shim) -> None:
    keyed.set(badslot=2)
    assert len(run(keyed).answers[1][1]) == 2 + WITH_FREE
    got = answers(keyed, USE, ["token"], ["open"], ["use_listed", 2], ["open"])
    assert [got[1][0], got[2], got[4]] == [5, 5, OK]


def test_a_million_slots(keyed: Shim) -> None:
    keyed.set(lie="slots")
    got = barecalls.run(keyed.module, keyed.env, ["initialize"], ["count_slots"], *FILL_AND_USE).answers
    assert got[1:] == [[OK, 1_000_000], [0x150, got[2][1]], [OK, got[3][1]], got[4], OK]


FILL_AND_USE: list[Step] = [["slots", 64], ["slots", 1_000_000], USE, ["open"]]


def test_slot_numbers_shift(keyed: Shim) -> None:
    keyed.set(lie="shift")
    got = answers(keyed, USE, ["open"], ["state"], ["slots"], ["open"], USE, ["open"], ["state"])
    first, opened, before, _, stale, second, again, after = got
    assert [opened, stale, again] == [OK, 0x03, OK]
    assert [second, before[2], after[2]] == [first + 1, first, second]


def test_texts_and_flags_can_be_nonsense(keyed: Shim) -> None:
    keyed.set(lie="label,flags")
    got = answers(keyed, USE, ["token"], ["all_flags"])
    assert got[1][1] == "\xff" * 32
    assert got[1][4] == "\xff" * 16
    assert got[2] == 2**64 - 1


def test_lengths_and_counts_can_be_nonsense(keyed: Shim) -> None:
    keyed.set(lie="length,count,siglen")
    got = session(
        keyed,
        ["login", "user", PIN],
        ["find", [[0, 1]], 4],
        ["lengths", 1, [0x102, 0x11]],
        ["sign", "hash"],
    )
    assert got[1][:2] == [OK, 1004]
    assert got[3] == [OK, 2**40]
