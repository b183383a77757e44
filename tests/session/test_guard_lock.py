"""That a token is locked is its own word: neither lost answers nor misses that others made good add up to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.rig import SHIM_PIN, SHIM_SO, behind, words, wrong, yes
from tokenmgr.actions.overview import State, look_at
from tokenmgr.model.errors import LastTry, PinLocked, TokenError, WrongPin
from tokenmgr.model.pin import Certainty, Pin, PinReading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim
    from tests.session.rig import Rig
    from tokenmgr.session.session import TokenSession

LIMIT = 15


def lock(session: TokenSession) -> None:
    for number in range(LIMIT - 1):
        with pytest.raises(WrongPin):
            session.login(wrong(number), yes)
    with pytest.raises(PinLocked):
        session.login(wrong(LIMIT), yes)


def unlocked_elsewhere(rig: Rig, shim: Shim, elsewhere: Path) -> TokenSession:
    """By another user's program, at the issuer's portal."""
    with behind(shim, elsewhere) as portal:
        portal.session().set_pin(Pin(SHIM_SO), Pin("246813"), yes)
    rig.inventory.providers[0].close()  # SoftHSM notices another process's change only when it starts
    return rig.session()


@pytest.mark.parametrize("flags", ["late", "soft"])
def test_unlocked_by_another_program(own_shim: Shim, tmp_path: Path, flags: str) -> None:
    """Its flags showed the lock and do not any more. How many came back nobody says, so the last try is asked for."""
    own_shim.set(flags=flags)
    with behind(own_shim, tmp_path / "home") as rig:
        session = rig.session()
        lock(session)
        assert look_at(session).state is State.LOCKED
        session = unlocked_elsewhere(rig, own_shim, tmp_path / "elsewhere")
        assert look_at(session).state is State.LAST_TRY
        logins = own_shim.calls("C_Login")
        with pytest.raises(LastTry):
            session.login(Pin("246813"))
        assert own_shim.calls("C_Login") == logins
        session.login(Pin("246813"), yes)
        assert session.tries().at_most == own_shim.tries_left("user") == LIMIT


def test_a_token_that_never_showed_its_lock_stays_locked_until_a_pin_is_right(own_shim: Shim, tmp_path: Path) -> None:
    own_shim.set(flags="none")
    with behind(own_shim, tmp_path / "home") as rig:
        session = rig.session()
        lock(session)
        assert (session.reading(), look_at(session).state) == (PinReading(), State.LOCKED)
        session = unlocked_elsewhere(rig, own_shim, tmp_path / "elsewhere")
        assert look_at(session).state is State.LOCKED
        session.login(Pin("246813"), yes)
        assert look_at(session).state is State.OK


def test_a_lock_is_remembered_in_the_next_run(shim: Shim, tmp_path: Path) -> None:
    shim.set(flags="none")
    with behind(shim, tmp_path / "home") as rig:
        lock(rig.session())
    with behind(shim, tmp_path / "home") as rig:
        assert look_at(rig.session()).state is State.LOCKED
        assert (rig.session().tries().at_most, shim.tries_left("user")) == (0, 0)


def test_a_driver_that_dies_again_and_again_locks_nothing(shim: Shim, tmp_path: Path) -> None:
    """Every answer was lost, so every try may have been spent; that all were, the token has not said."""
    shim.set(fault="C_Login:segv")
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        for _ in range(LIMIT):
            with pytest.raises(TokenError):
                session.login(Pin(SHIM_PIN), yes)
            rig.inventory.providers[0].host.restart()  # type: ignore[attr-defined]
        assert words(rig, session.token.id) == ["lost"] * LIMIT
        assert look_at(session).state is State.LAST_TRY
        assert (session.tries().at_most, session.tries().certainty) == (1, Certainty.AT_MOST)
    assert shim.tries_left("user") == LIMIT
    shim.set(fault=None)
    with behind(shim, tmp_path / "home") as rig:
        rig.session().login(Pin(SHIM_PIN), yes)
        assert rig.session().tries().at_most == LIMIT


def test_misses_that_right_pins_elsewhere_made_good_lock_nothing(shim: Shim, tmp_path: Path) -> None:
    """A slip here, the right PIN in the browser, fifteen times."""
    with behind(shim, tmp_path / "home") as rig, behind(shim, tmp_path / "browser") as browser:
        session, other = rig.session(), browser.session()
        for number in range(LIMIT):
            with pytest.raises(TokenError):
                session.login(wrong(number), yes)
            other.login(Pin(SHIM_PIN))
        assert look_at(session).state is State.LAST_TRY
    assert shim.tries_left("user") == LIMIT


def test_a_counter_does_not_outvote_the_flags(shim: Shim, tmp_path: Path) -> None:
    """Somewhere a vendor's attribute says five for ever, and another program has spent all tries but one, or all."""
    shim.set(safenet=1, manufacturer="SafeNet, Inc.", feature="RETRY_USER=5", flags="late")
    with behind(shim, tmp_path / "home") as mine, behind(shim, tmp_path / "elsewhere") as theirs:
        session, other = mine.session(), theirs.session()
        for number in range(LIMIT - 1):
            with pytest.raises(WrongPin):
                other.login(wrong(number), yes)
        with pytest.raises(LastTry) as stopped:
            session.login(Pin(SHIM_PIN))
        assert (stopped.value.tries.at_most, stopped.value.tries.certainty) == (1, Certainty.AT_MOST)
        with pytest.raises(PinLocked):
            other.login(wrong(LIMIT), yes)
        with pytest.raises(PinLocked) as locked:
            session.login(Pin(SHIM_PIN), yes)
        assert (locked.value.tries.at_most, locked.value.no_try_used) == (0, True)
    assert shim.calls("C_Login") == LIMIT
