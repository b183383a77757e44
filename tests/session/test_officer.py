"""Logged on as administrator: one PIN for several deeds, never a try more, soon over. True counters beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds import shim as shim_bed
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tests.session.rig import CLII, CLII_PIN, CLII_SO, SHIM_PIN, SHIM_SO, behind, practice, truly_left, wrong
from tokenmgr.actions.unlock import set_pin
from tokenmgr.model.errors import Cancelled, LastTry, PinRefused, WrongPin
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.session import cache as cache_module
from tokenmgr.session.cache import OFFICER_MINUTES
from tokenmgr.ui.ask import FilledAsk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.session.rig import Rig
    from tokenmgr.session.session import TokenSession

SO = PinKind.SO


@pytest.fixture
def rig(home: Path) -> Iterator[Rig]:
    with practice(home) as made:
        yield made


@pytest.fixture
def session(rig: Rig) -> TokenSession:
    return rig.session(CLII)


def left(home: Path) -> int:
    return truly_left(home, CLII, SO)


def kept(session: TokenSession) -> str | None:
    pin = session.kept(SO)
    return None if pin is None else pin.text()


def give(session: TokenSession, new: str, **typed: str) -> None:
    """A new PIN for the user, with the administrator's typed or not."""
    set_pin(session, FilledAsk({SO: typed["officer"]} if typed else {}, new))


def test_once_for_several_deeds(session: TokenSession, home: Path) -> None:
    session.login_officer(Pin(CLII_SO))
    assert session.minutes_unlocked(SO) == OFFICER_MINUTES
    assert not session.is_open()
    assert not session.reading(SO).logged_in, "the token itself is closed"
    give(session, "Fresh!2026")
    give(session, "Other!2027")
    session.login(Pin("Other!2027"))
    assert left(home) == session.tries(SO).limit


def test_a_wrong_one_is_one_try_and_keeps_nothing(session: TokenSession, home: Path) -> None:
    before = left(home)
    session.login_officer(Pin(CLII_SO))
    with pytest.raises(WrongPin):
        session.login_officer(wrong())
    assert (left(home), kept(session)) == (before - 1, None)
    with pytest.raises(PinRefused):
        session.login_officer(wrong())
    assert left(home) == before - 1, "the same wrong one is stopped"
    with pytest.raises(Cancelled):
        give(session, "Fresh!2026")
    assert left(home) == before - 1


def test_the_user_is_logged_off_first(session: TokenSession) -> None:
    session.login(Pin(CLII_PIN))
    session.login_officer(Pin(CLII_SO))
    assert not session.is_open()


def test_it_is_not_spent_on_the_last_tries(session: TokenSession, home: Path) -> None:
    session.login_officer(Pin(CLII_SO))
    other = practice(home)
    with other:
        stranger = other.session(CLII)
        for number in range(left(home) - 2):
            with pytest.raises(WrongPin):
                stranger.set_pin(wrong(number), Pin("Fresh!2026"))
    assert left(home) == 2
    assert (kept(session), left(home)) == (None, 2)


def test_the_last_try_is_asked_for(session: TokenSession, home: Path) -> None:
    for number in range(left(home) - 1):
        with pytest.raises(WrongPin):
            session.login_officer(wrong(number))
    with pytest.raises(LastTry):
        session.login_officer(Pin(CLII_SO))
    assert left(home) == 1


@pytest.mark.parametrize("end", ["log off", "lock all", "wrong user PIN", "pulled", "over"])
def test_it_ends(end: str, rig: Rig, session: TokenSession, monkeypatch: pytest.MonkeyPatch) -> None:
    session.login_officer(Pin(CLII_SO))
    assert kept(session) == CLII_SO
    if end == "log off":
        session.logout()
    elif end == "lock all":
        rig.cache.clear()
    elif end == "wrong user PIN":
        with pytest.raises(WrongPin):
            session.login(wrong())
    elif end == "pulled":
        rig.inventory.providers[0]._shelf.pull(CLII)  # type: ignore[attr-defined]
        rig.inventory.refresh()
        rig.inventory.providers[0]._shelf.plug(CLII)  # type: ignore[attr-defined]
        session = rig.session(CLII)
    else:
        now = cache_module.clock()
        monkeypatch.setattr(cache_module, "clock", lambda: now + OFFICER_MINUTES * 60)
    assert kept(session) is None
    assert session.minutes_unlocked(SO) == 0


def test_a_new_pin_of_the_users_does_not_end_it_and_a_new_one_of_its_own_does(session: TokenSession) -> None:
    session.login_officer(Pin(CLII_SO))
    give(session, "Fresh!2026")
    assert kept(session) == CLII_SO
    session.change_pin(SO, Pin(CLII_SO), Pin("Admin!2026"))
    assert kept(session) is None


def test_behind_a_vendors_module(tmp_path: Path) -> None:
    if why := shim_bed.available():
        pytest.skip(why)
    hsm = SoftHsm(tmp_path / "hsm")
    hsm.add_token("card", SHIM_PIN, SHIM_SO)
    shim = Shim(hsm, tmp_path / "shim")
    with behind(shim, tmp_path / "home") as rig:
        session = rig.session()
        before = shim.tries_left("so")
        session.login_officer(Pin(SHIM_SO))
        give(session, "246810")
        give(session, "135791")
        session.login(Pin("135791"))
        assert session.is_open()
        with pytest.raises(WrongPin):
            session.login_officer(wrong())
        assert shim.tries_left("so") == before - 1
        with pytest.raises(Cancelled):
            give(session, "246810")
        assert shim.tries_left("so") == before - 1
