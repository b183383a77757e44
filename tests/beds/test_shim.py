"""The shim forwards, counts tries and says so. Every module is loaded in a child, never here."""

import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.beds import barecalls, shim as shim_bed
from tests.beds.shim import Shim
from tests.beds.shim_steps import BAD, LOCKED, OK, PIN, SO_PIN, START, USE, WRONG, answers, run, session

if TYPE_CHECKING:
    from tests.beds.barecalls import Step


def test_all_functions_are_there_and_the_version_is_2_40(shim: Shim) -> None:
    assert answers(shim, ["version"]) == [[2, 40]]


def test_a_missing_target_is_seen_at_once(shim: Shim) -> None:
    shim.set(target="/nowhere.so")
    assert run(shim).ended == -signal.SIGABRT


def test_the_trace_names_who_logs_in_and_never_a_pin(shim: Shim) -> None:
    session(shim, ["login", "user", BAD], ["login", "user", PIN], ["logout"], ["login", "so", SO_PIN])
    trace = shim.trace()
    assert "> C_Login user" in trace
    assert "< C_Login user 0xa0" in trace
    assert "< C_Login so 0x0" in trace
    assert (shim.calls("C_Login"), shim.calls("C_Login user"), shim.calls("C_Log")) == (3, 2, 0)
    assert not any(pin in line for pin in (PIN, SO_PIN, BAD) for line in trace)


def test_an_unknown_setting_is_refused(shim: Shim) -> None:
    shim.set(falt="C_Login:segv")
    with pytest.raises(ValueError, match="FALT"):
        _ = shim.env


def test_processes_at_once_share_fifteen_tries(shim: Shim) -> None:
    steps: list[Step] = [*START, USE, ["open"], *([["login", "user", BAD]] * 6)]
    children = [barecalls.start(shim.module, shim.env, *steps) for _ in range(3)]
    logins = [rv for child in children for rv in barecalls.finish(child).answers[4:]]
    assert sorted(logins) == [WRONG] * 14 + [LOCKED] * 4
    assert shim.tries_left("user") == 0
    assert session(shim, ["login", "user", PIN]) == [LOCKED]


def test_the_right_pin_gives_all_tries_back(shim: Shim) -> None:
    assert shim.tries_left("user") == 15
    session(shim, ["login", "user", BAD], ["login", "user", BAD])
    assert shim.tries_left("user") == 13
    session(shim, ["login", "user", PIN])
    assert shim.tries_left("user") == 15


@pytest.mark.parametrize(("last", "answer"), [("locked", LOCKED), ("incorrect", WRONG)])
def test_the_last_try_answers_as_told(keyed: Shim, last: str, answer: int) -> None:
    keyed.set(user_max=2, last=last)
    got = session(keyed, *([["login", "user", BAD]] * 3))
    assert got == [WRONG, answer, LOCKED]


def test_logging_in_twice_is_not_a_miss(keyed: Shim) -> None:
    got = session(keyed, ["login", "user", PIN], ["login", "user", BAD])
    assert got == [OK, 0x100]
    assert keyed.tries_left("user") == 15


def test_a_try_is_spent_before_the_comparison(keyed: Shim) -> None:
    session(keyed, ["login", "user", BAD])
    keyed.set(target=dying_module(keyed, "C_Login"))
    assert run(keyed, USE, ["open"], ["login", "user", PIN]).ended == -signal.SIGKILL
    assert keyed.tries_left("user") == 13


def dying_module(shim: Shim, function: str) -> Path:
    """Make a module that is SoftHSM but for one function, in which it is killed."""
    path, source = shim.folder / "dying.so", shim.folder / "dying.c"
    source.write_text(DYING.format(softhsm=shim.hsm.module, function=function), encoding="utf-8")
    command = ["cc", "-shared", "-fPIC", f"-I{shim_bed.SOURCES}", "-o", str(path), str(source)]
    subprocess.run(command, check=True, timeout=20)
    return path


DYING = """
#include <dlfcn.h>
#include <signal.h>
#include "cryptoki.h"
static CK_RV die() {{ raise(SIGKILL); return 0; }}
EXPORT CK_RV C_GetFunctionList(struct ck_function_list **list)
{{
    static struct ck_function_list mine;
    struct ck_function_list *theirs;
    CK_RV (*get)() = dlsym(dlopen("{softhsm}", RTLD_NOW), "C_GetFunctionList");
    get(&theirs);
    mine = *theirs;
    mine.functions.{function} = die;
    *list = &mine;
    return CKR_OK;
}}
"""


def test_without_a_state_nothing_locks(keyed: Shim) -> None:
    keyed.set(user_max=1, state=None)
    assert session(keyed, *([["login", "user", BAD]] * 3)) == [WRONG] * 3


def test_each_token_has_tries_of_its_own(shim: Shim) -> None:
    serials = {shim.hsm.add_token("other", PIN, SO_PIN), *shim.hsm.serials()}
    wrong: list[Step] = [["open"], ["login", "user", BAD]]
    answers(shim, USE, *wrong, *wrong, ["use_listed", 1], *wrong)
    assert sorted(shim.tries_left("user", serial) for serial in serials) == [13, 14]
    with pytest.raises(ValueError, match="more than one"):
        shim.tries_left("user")


def test_changing_the_pin_counts_by_who_is_logged_in(shim: Shim) -> None:
    got = session(
        shim,
        ["set_pin", BAD, "777777"],
        ["set_pin", PIN, "1"],
        ["login", "so", SO_PIN],
        ["set_pin", BAD, "7777777"],
    )
    assert got == [WRONG, 0xA2, OK, WRONG]
    assert (shim.tries_left("user"), shim.tries_left("so")) == (14, 9)
    assert session(shim, ["set_pin", PIN, "777777"], ["login", "user", "777777"]) == [OK, OK]
    assert shim.tries_left("user") == 15


def test_the_so_sets_a_locked_user_pin_anew(shim: Shim) -> None:
    shim.set(user_max=1)
    got = session(shim, ["login", "user", BAD], ["login", "so", SO_PIN], ["init_pin", "424242"], ["logout"])
    assert got == [LOCKED, OK, OK, OK]
    assert session(shim, ["login", "user", "424242"]) == [OK]


def test_initialising_a_token_checks_the_so_pin(shim: Shim) -> None:
    shim.set(so_max=3)
    session(shim, ["login", "user", BAD])
    assert answers(shim, USE, ["init_token", BAD, "new"])[1:] == [WRONG]
    assert (shim.tries_left("user"), shim.tries_left("so")) == (14, 2)
    assert answers(shim, USE, ["init_token", SO_PIN, "new"])[1:] == [OK]
    assert (shim.tries_left("user"), shim.tries_left("so")) == (15, 3)
    assert answers(shim, USE, *([["init_token", BAD, "new"]] * 3), ["init_token", SO_PIN, "new"])[3:] == [LOCKED] * 2


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        ("late", [[], [], ["final"], ["locked"]]),
        ("soft", [[], ["low"], ["low", "final"], ["low", "locked"]]),
        ("none", [[], [], [], []]),
    ],
)
def test_flags_follow_the_tries(keyed: Shim, style: str, seen: list[list[str]]) -> None:
    keyed.set(user_max=3, flags=style)
    got = session(keyed, ["flags"], *([["login", "user", BAD], ["flags"]] * 3))
    assert [flags[1:] for flags in got[::2]] == seen


def test_so_flags_follow_the_so_tries(keyed: Shim) -> None:
    keyed.set(so_max=2, flags="soft")
    got = session(keyed, ["login", "so", BAD], ["flags"], ["login", "so", BAD], ["flags"])
    assert got[1::2] == [[OK, "so_low", "so_final"], [OK, "so_low", "so_locked"]]


def test_texts_are_another_makers(keyed: Shim) -> None:
    keyed.set(manufacturer="SafeNet, Inc.", model="eToken", label="e-Cert", serial="0123abcd")
    assert answers(keyed, USE, ["token"])[1] == [OK, "e-Cert", "SafeNet, Inc.", "eToken", "0123abcd"]


def test_an_initial_pin_must_be_changed(shim: Shim) -> None:
    shim.set(must_change=1)
    got = session(shim, ["flags"], ["login", "user", PIN], ["flags"], ["set_pin", PIN, "777777"], ["flags"])
    assert got == [[OK, "must_change"], OK, [OK, "must_change"], OK, [OK]]
    assert answers(shim, USE, ["flags"])[1] == [OK]
