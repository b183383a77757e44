"""Steps through the shim: what its tests have in common."""

from typing import Any

from tests.beds import barecalls
from tests.beds.barecalls import Outcome, Step
from tests.beds.shim import Shim

OK, WRONG, LOCKED = 0x00, 0xA0, 0xA4
PIN, SO_PIN, BAD = "123456", "87654321", "000000"
START: list[Step] = [["initialize"], ["slots"]]
USE = ["use_listed", 0]


def run(shim: Shim, *steps: Step) -> Outcome:
    return barecalls.run(shim.module, shim.env, *START, *steps)


def answers(shim: Shim, *steps: Step) -> list[Any]:
    """Return the answers after those of START, which must be well."""
    done = run(shim, *steps)
    assert done.ended == 0
    assert [done.answers[0], done.answers[1][0]] == [OK, OK]
    return done.answers[2:]


def session(shim: Shim, *steps: Step) -> list[Any]:
    """Take the steps in a read-write session on the token."""
    got = answers(shim, USE, ["open"], *steps)
    assert got[1] == OK
    return got[2:]
