"""A module that fails in every way: always a plain error in time, and no try lost that nobody typed.

A sample of `python -m tests.faults.campaign`, which runs every fault at every call of every story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds import shim as shim_bed
from tests.faults.runs import FUNCTIONS, LIES, Ground

if TYPE_CHECKING:
    from collections import Counter

#: A story that comes to the function early.
STORY_OF = {
    "C_FindObjects": "look", "C_GetAttributeValue": "look", "C_SetPIN": "change", "C_InitPIN": "officer",
    "C_SignInit": "sign", "C_Sign": "sign", "C_GenerateKeyPair": "write", "C_CreateObject": "write",
    "C_DestroyObject": "write", "C_InitToken": "empty", "ETC_UnlockGetChallenge": "unlock",
    "ETC_UnlockComplete": "unlock",
}  # fmt: skip
PIN_FUNCTIONS = ("C_Login", "C_SetPIN", "C_InitPIN", "C_InitToken", "ETC_UnlockComplete")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    if why := shim_bed.available():
        pytest.skip(why)
    shim_bed.build(tmp_path_factory.mktemp("shim-build"))
    return Ground(tmp_path_factory.mktemp("ground"))


def codes_of(ground: Ground, function: str, action: str) -> Counter[str]:
    outcome = ground.fault(STORY_OF.get(function, "mistype"), function, action, 1)
    assert outcome.met
    assert not outcome.broken
    assert outcome.lost <= outcome.typed_wrong
    return outcome.errors


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_crash(ground: Ground, function: str) -> None:
    assert codes_of(ground, function, "segv")["module-crashed"]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_error_code(ground: Ground, function: str) -> None:
    """Not every code reaches the user: a slot that cannot be read is no token, an object that cannot is passed over."""
    errors = codes_of(ground, function, "rv=0x30")
    assert not errors.keys() & {"module-crashed", "module-hung", "module-garbled"}


@pytest.mark.parametrize("function", ["C_Initialize", "C_GetSlotList", "C_GetAttributeValue", *PIN_FUNCTIONS, "C_Sign"])
def test_a_hang(ground: Ground, function: str) -> None:
    assert codes_of(ground, function, "hang") == {"module-hung": 1}


@pytest.mark.parametrize("function", PIN_FUNCTIONS)
def test_an_end_after_the_deed(ground: Ground, function: str) -> None:
    assert codes_of(ground, function, "kill_after")["module-crashed"]


@pytest.mark.parametrize("action", ["abort", "exit", "overflow", "kill"])
def test_other_ends(ground: Ground, action: str) -> None:
    assert codes_of(ground, "C_Login", action)["module-crashed"]


@pytest.mark.parametrize("lie", LIES)
@pytest.mark.parametrize("story", ["look", "sign"])
def test_lies(ground: Ground, story: str, lie: str) -> None:
    outcome = ground.run(story, lie, lie=lie)
    assert not outcome.broken


def test_a_fault_that_is_not_met_changes_nothing(ground: Ground) -> None:
    outcome = ground.fault("mistype", "C_Login", "segv", 99)
    assert not outcome.met
    assert (outcome.errors, outcome.lost, outcome.typed_wrong) == ({}, 1, 1)
