"""A kept PIN that was changed elsewhere costs one try at most, and is gone after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.rig import (
    CLII,
    CLII_PIN,
    CLII_SO,
    HK,
    HK_PIN,
    SHIM_PIN,
    behind,
    practice,
    truly_left,
    words,
    wrong,
    yes,
)  # fmt: skip
from tokenmgr.model.errors import PinLocked, TokenError, WrongPin
from tokenmgr.model.pin import Pin, PinKind

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim
    from tokenmgr.model.token import Token

OPERATIONS = 1000


def test_changed_by_another_program_and_used_a_thousand_times(home: Path) -> None:
    with practice(home, minutes=120) as mine, practice(home) as theirs:
        session = mine.session(HK)
        session.login(Pin(HK_PIN))
        assert session.login_with_kept_pin()
        theirs.session(HK).change_pin(PinKind.USER, Pin(HK_PIN), Pin("Other!2026"))
        outcomes = [used(session.login_with_kept_pin) for _ in range(OPERATIONS)]
        assert outcomes == ["wrong-pin", *["asks"] * (OPERATIONS - 1)]
        assert (truly_left(home, HK), mine.cache._entries) == (14, {})
        assert words(mine, session.token.id)[-1] == "wrong"


def used(login: object) -> str:
    try:
        return "opened" if login() else "asks"  # type: ignore[operator]
    except TokenError as error:
        return error.code


def test_changed_behind_a_module(own_shim: Shim, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with behind(own_shim, home, minutes=30) as mine:
        session = mine.session()
        session.login(Pin(SHIM_PIN))
        with behind(own_shim, tmp_path / "elsewhere") as theirs:  # another user, with a ledger of theirs
            theirs.session().change_pin(PinKind.USER, Pin(SHIM_PIN), Pin("246813"))
        mine.inventory.providers[0].close()  # SoftHSM notices another process's change only when it starts
        outcomes = [used(session.login_with_kept_pin) for _ in range(20)]
        assert outcomes == ["wrong-pin", *["asks"] * 19]
        assert own_shim.tries_left("user") == 14
        assert mine.cache._entries == {}


@pytest.mark.parametrize("misses", [1, 13])
def test_not_where_the_token_says_that_somebody_missed(home: Path, misses: int) -> None:
    """Nor where fewer than three tries are left: a person is asked instead, and the PIN is forgotten."""
    with practice(home, minutes=30) as rig:
        session = rig.session(HK)
        session.login(Pin(HK_PIN))
        control = session.provider.pin
        assert control is not None
        for number in range(misses):
            control.login(session.token.id, PinKind.USER, wrong(number))
        assert not session.login_with_kept_pin()
        assert (truly_left(home, HK), rig.cache._entries) == (15 - misses, {})


@pytest.mark.parametrize(("misses", "opens"), [(11, True), (12, True), (13, False)])
def test_few_is_fewer_than_three(shim: Shim, tmp_path: Path, misses: int, opens: bool) -> None:
    """This token tells nothing before the last try; what the ledger knows is what counts."""
    home = tmp_path / "home"
    with behind(shim, home, minutes=30) as mine, behind(shim, home) as theirs:
        session = mine.session()
        session.login(Pin(SHIM_PIN))
        other = theirs.session()
        for number in range(misses):
            with pytest.raises(WrongPin):
                other.login(wrong(number), yes)
        logins = shim.calls("C_Login")
        assert session.login_with_kept_pin() is opens
        assert shim.calls("C_Login") == logins + opens


def test_it_is_forgotten_with_the_lock(home: Path) -> None:
    with practice(home, minutes=30) as mine:
        session = mine.session(HK)
        session.login(Pin(HK_PIN))
        control = session.provider.pin
        assert control is not None
        for number in range(15):
            control.login(session.token.id, PinKind.USER, wrong(number))
        with pytest.raises(PinLocked):
            session.login(Pin(HK_PIN))
        assert mine.cache._entries == {}


def test_it_is_forgotten_with_a_change_a_pull_and_a_logout(home: Path) -> None:
    with practice(home, minutes=30) as rig:
        session = rig.session(CLII)
        session.change_pin(PinKind.USER, Pin(CLII_PIN), Pin("Fresh!2026"))
        assert session.minutes_unlocked() == 0
        for end in (session.logout, lambda: rig.inventory.providers[0].pull(CLII) or rig.inventory.refresh()):  # type: ignore[attr-defined]
            session.login(Pin("Fresh!2026"))
            assert session.minutes_unlocked() == 30
            end()
            assert (session.minutes_unlocked(), rig.cache._entries) == (0, {})


def test_a_quick_pull_that_nobody_saw_forgets_it_too(home: Path) -> None:
    with practice(home, minutes=30) as rig:
        session = rig.session(HK)
        session.login(Pin(HK_PIN))
        bench = rig.inventory.providers[0]
        bench.pull(HK)  # type: ignore[attr-defined]
        bench.plug(HK)  # type: ignore[attr-defined]
        rig.inventory.refresh()
        assert session.gone
        assert (rig.inventory.find(HK).login_with_kept_pin(), rig.cache._entries) == (False, {})


@pytest.mark.parametrize("kind", [PinKind.USER, PinKind.SO])
def test_kept_in_the_moment_of_the_pull(kind: PinKind, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with practice(home, minutes=30) as rig:
        session = rig.session(CLII)
        keep = rig.cache.keep

        def pulled_just_before(token: Token, pin: Pin, kind: PinKind) -> None:
            rig.inventory._part_with([session])
            keep(token, pin, kind)

        monkeypatch.setattr(rig.cache, "keep", pulled_just_before)
        if kind is PinKind.USER:
            session.login(Pin(CLII_PIN))
        else:
            session.login_officer(Pin(CLII_SO))
        assert rig.cache._entries == {}
