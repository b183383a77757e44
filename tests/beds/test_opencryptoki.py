"""The opencryptoki token really locks after three wrong PINs, and its SO really sets it free."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.beds.opencryptoki import ASIDE, SOCKET, TOKEN, OpencryptokiBed, available, group_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(bool(available()), reason=f"opencryptoki: {available()}")

PRELUDE = """
import json, sys, pkcs11
from pkcs11 import TokenFlag

library = pkcs11.lib(sys.argv[1])
WATCHED = TokenFlag.USER_PIN_COUNT_LOW, TokenFlag.USER_PIN_FINAL_TRY, TokenFlag.USER_PIN_LOCKED

def token():
    return library.get_token(token_label="Practice")

def flags():
    return [flag.name for flag in WATCHED if flag in token().flags]

def login(**pin):
    try:
        token().open(rw=True, **pin).close()
    except pkcs11.PKCS11Error as fault:
        return type(fault).__name__
    return "done"

def say(value):
    print(json.dumps(value), flush=True)
"""


def said(bed: OpencryptokiBed, code: str) -> Any:
    """What a program that uses the module, in a process of its own, prints."""
    command = [sys.executable, "-c", PRELUDE + code, str(bed.module)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout)


@pytest.fixture
def bed() -> Iterator[OpencryptokiBed]:
    with OpencryptokiBed() as bed:
        yield bed


LOCKING = "tried = [[login(user_pin='999999'), flags()] for _ in range(4)]\n"


def test_locks_after_three_and_says_so(bed: OpencryptokiBed) -> None:
    assert said(bed, LOCKING + "say(tried)") == [
        ["PinIncorrect", ["USER_PIN_COUNT_LOW"]],
        ["PinIncorrect", ["USER_PIN_FINAL_TRY"]],
        ["PinIncorrect", ["USER_PIN_LOCKED"]],
        ["PinLocked", ["USER_PIN_LOCKED"]],
    ]
    assert said(bed, f"say(login(user_pin={bed.user_pin!r}))") == "PinLocked"


def test_the_so_unlocks(bed: OpencryptokiBed) -> None:
    said(bed, LOCKING + "say(tried)")
    unlock = f"with token().open(rw=True, so_pin={bed.so_pin!r}) as session: session.init_pin('654321')\n"
    assert said(bed, unlock + "say(login(user_pin='654321'))") == "done"
    assert said(bed, "say(flags())") == []


def test_reset_gives_the_first_pins_and_tries_back(bed: OpencryptokiBed) -> None:
    said(bed, LOCKING + "say(tried)")
    bed.reset()
    assert said(bed, f"say([flags(), login(user_pin={bed.user_pin!r}), login(so_pin={bed.so_pin!r})])") == [
        [], "done", "done",
    ]  # fmt: skip


def test_a_token_that_was_there_comes_back_and_nothing_is_left() -> None:
    group_folder(TOKEN)
    mine = TOKEN / "mine"
    mine.write_text("keep this")
    with OpencryptokiBed() as bed:
        assert not mine.exists()
        assert SOCKET.exists()
        bed.close()
    assert mine.read_text() == "keep this"
    mine.unlink()
    assert not ASIDE.exists()
    assert not SOCKET.exists()
    assert not list(Path("/dev/shm").glob("var.lib.opencryptoki.*"))
