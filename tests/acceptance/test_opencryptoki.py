"""A second real token, with three tries and no counter: flags only, and an administrator who unlocks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import FINE, WRONG, CommandLine
from tests.acceptance.figures import never_more, shown
from tests.acceptance.tokens import NEW_PIN, TokenUnderTest
from tests.beds import barecalls, opencryptoki
from tests.beds.opencryptoki import OpencryptokiBed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.acceptance.figures import Figures

SERIAL = "123"
LIMIT = 3
#: The flag that is up, and the tries it stands for.
LEFT = {"locked": 0, "final": 1, "low": 2}


@pytest.fixture
def soft_token() -> Iterator[OpencryptokiBed]:
    if why := opencryptoki.available():
        pytest.skip(why)
    with OpencryptokiBed() as bed:
        yield bed


def truth(bed: OpencryptokiBed) -> int:
    """What the token's flags say to a program that knows nothing but PKCS#11."""
    assert bed.module
    done = barecalls.run(bed.module, {}, ["initialize"], ["use", bed.slot], ["flags"])
    return next((left for flag, left in LEFT.items() if flag in done.answers[-1]), LIMIT)


@pytest.fixture
def token(soft_token: OpencryptokiBed, tmp_path: Path, figures: Figures) -> TokenUnderTest:
    run = CommandLine(tmp_path / "home", ("--module", str(soft_token.module)))

    def user() -> int:
        return truth(soft_token)

    def spent() -> int:
        return LIMIT - truth(soft_token)

    # A wrong PIN in C_SetPIN costs no try here, so only logins are counted.
    return TokenUnderTest(run, SERIAL, soft_token.user_pin, user, spent, figures, verbs=("token test",))


def test_three_tries(token: TokenUnderTest, soft_token: OpencryptokiBed) -> None:
    token.lock()
    assert unlock(token, "99999999") == WRONG
    assert truth(soft_token) == 0
    assert unlock(token, soft_token.so_pin) == FINE
    assert truth(soft_token) == LIMIT
    changed = token.run("pin", "change", "--token", SERIAL, pins=[NEW_PIN, soft_token.user_pin])
    assert changed.code == FINE
    never_more(token.status(), LIMIT)


def unlock(token: TokenUnderTest, so_pin: str) -> int:
    ran = token.run("pin", "unlock", "--by", "so", "--token", SERIAL, pins=[so_pin, NEW_PIN])
    told = token.run.tries(SERIAL, "so")
    token.figures.add("pin unlock (SO)", "", "", ran.code, "", "", shown(told))
    return ran.code
