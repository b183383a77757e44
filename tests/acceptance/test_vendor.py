"""A token that looks like SafeNet's: with its exact counter, and with nothing but flags or not even those."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.cards import POST_PHONE
from tests.acceptance.command import FINE, WRONG
from tests.acceptance.figures import never_more, shown
from tests.acceptance.in_process import desk
from tests.acceptance.tokens import NEW_PIN, WRONG_PINS
from tests.acceptance.vendor import LIMIT, SERIAL, SO_PIN, under_test
from tests.beds.shim_steps import BAD, session as bare_session
from tokenmgr.cli import shapes
from tokenmgr.model.errors import WrongPin
from tokenmgr.model.pin import Pin

if TYPE_CHECKING:
    from pathlib import Path

    from tests.acceptance.figures import Figures
    from tests.acceptance.tokens import TokenUnderTest
    from tests.beds.shim import Shim

#: From here on each wrong PIN has a command of its own.
SLOWLY_FROM = 4


def test_the_exact_counter_of_the_vendor(shim: Shim, tmp_path: Path, figures: Figures) -> None:
    token = under_test(shim, tmp_path, figures, look_every=3)
    token.lock(POST_PHONE)
    assert all(row[-1].startswith("=") for row in figures.rows if row[-1])
    assert unlock_by_so(token, "99999999") == WRONG
    assert (shim.tries_left("user"), shim.tries_left("so")) == (0, 9)
    assert unlock_by_so(token, SO_PIN) == FINE
    assert (shim.tries_left("user"), shim.tries_left("so")) == (15, 10)
    token.opens(NEW_PIN)


def unlock_by_so(token: TokenUnderTest, so_pin: str) -> int:
    ran = token.run("pin", "unlock", "--by", "so", "--token", SERIAL, pins=[so_pin, NEW_PIN])
    told = token.run.tries(SERIAL, "so")
    token.figures.add("pin unlock (SO)", "", "", ran.code, "", "", shown(told))
    return ran.code


def misses_of_one_run(token: TokenUnderTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first ones within one process, which is quicker than one each; they count like all others."""
    with desk(token.run, monkeypatch) as built:
        session = built.inventory.find()
        for left in range(LIMIT - 1, SLOWLY_FROM - 1, -1):
            with pytest.raises(WrongPin) as wrong:
                session.login(Pin(next(WRONG_PINS)))
            assert token.truth() == left
            told = shapes.tries(wrong.value.tries)
            never_more(told, left)
            token.figures.add("login in one process", left + 1, "", "", left, shown(told), "")


@pytest.mark.parametrize("flags", ["late", "soft", "none"])
def test_without_a_counter_the_ledger_counts(
    shim: Shim, tmp_path: Path, figures: Figures, flags: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim.set(safenet=None, flags=flags)
    token = under_test(shim, tmp_path, figures)
    misses_of_one_run(token, monkeypatch)
    lock = token.lock_by_ledger if flags == "none" else token.lock
    lock(POST_PHONE)
    assert shim.tries_left("user") == 0
    assert unlock_by_so(token, SO_PIN) == FINE
    assert shim.tries_left("user") == LIMIT
    never_more(token.status(), LIMIT)
    token.opens(NEW_PIN)


def test_the_last_try_may_be_answered_as_any_other(shim: Shim, tmp_path: Path, figures: Figures) -> None:
    """Some tokens say "wrong" to the try that locks them, and "locked" only to the next."""
    shim.set(user_max=2, last="incorrect")
    under_test(shim, tmp_path, figures).lock(POST_PHONE)


def test_a_miss_of_another_program_shows_by_its_flag(shim: Shim, tmp_path: Path, figures: Figures) -> None:
    shim.set(safenet=None, flags="soft")
    token = under_test(shim, tmp_path, figures)
    bare_session(shim, ["login", "user", BAD])
    assert shim.tries_left("user") == LIMIT - 1
    assert shown(token.status()) == f"<={LIMIT - 1} flag-low"
