"""A kept PIN that was changed elsewhere costs one try at most, and none where our own programs changed it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.session.rig import (
    CLII,
    CLII_PIN,
    CLII_SO,
    HK,
    HK_PIN,
    SHIM_PIN,
    Rig,
    behind,
    practice,
    truly_left,
    words,
    wrong,
    yes,
)  # fmt: skip
from tokenmgr.model.errors import PinLocked, PinRefused, TokenError, WrongPin
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.providers.practice.provider import PracticeProvider

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.beds.shim import Shim
    from tokenmgr.model.token import Token
    from tokenmgr.session.session import TokenSession

OPERATIONS = 1000


def strangers(home: Path) -> Rig:
    """Another user's program, with a ledger of its own."""
    return Rig(home / "elsewhere", PracticeProvider(home / "practice"))


def test_changed_by_another_program_and_used_a_thousand_times(home: Path) -> None:
    with practice(home, minutes=120) as mine, strangers(home) as theirs:
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


NEW = "Other!2026"


def renews(session: TokenSession) -> None:
    session.change_pin(PinKind.USER, Pin(HK_PIN), Pin(NEW))


def renews_and_opens(session: TokenSession) -> None:
    """The line that says "renewed" is older than one that says "right" now."""
    renews(session)
    session.login(Pin(NEW))


def misses(session: TokenSession) -> None:
    with pytest.raises(WrongPin):
        session.login(wrong())


def misses_and_opens(session: TokenSession) -> None:
    misses(session)
    session.login(Pin(HK_PIN))


OWN_COMMAND = {
    "renewed": (renews, False, NEW),
    "renewed, then right": (renews_and_opens, False, NEW),
    "missed": (misses, False, HK_PIN),
    "missed, then right": (misses_and_opens, True, HK_PIN),
    "right": (lambda session: session.login(Pin(HK_PIN)), True, HK_PIN),
}


@pytest.mark.parametrize(("deed", "opens", "pin"), OWN_COMMAND.values(), ids=OWN_COMMAND.keys())
def test_what_our_own_command_line_did_costs_no_try(
    home: Path, deed: Callable[[TokenSession], None], opens: bool, pin: str
) -> None:
    with practice(home, minutes=120) as window, practice(home) as command:
        session = window.session(HK)
        session.login(Pin(HK_PIN))
        deed(command.session(HK))
        before = truly_left(home, HK)
        assert session.login_with_kept_pin() is opens
        assert truly_left(home, HK) == (15 if opens else before)
        assert bool(window.cache._entries) is opens
        session.login(Pin(pin))
        assert session.login_with_kept_pin()


def test_renewed_while_the_kept_pin_waits_for_the_tokens_lock(home: Path) -> None:
    """It was safe to spend when it was looked at. The command line had the lock first, and renews the PIN under it."""
    with practice(home, minutes=120) as window, practice(home) as command:
        session, other, outcome = window.session(HK), command.session(HK), []
        session.login(Pin(HK_PIN))
        with command.guard.alone(other.token.id):
            thread = threading.Thread(target=lambda: outcome.append(session.login_with_kept_pin()))
            thread.start()
            thread.join(0.3)
            assert thread.is_alive()
            control = other.provider.pin
            assert control is not None
            control.change(other.token.id, PinKind.USER, Pin(HK_PIN), Pin(NEW))
            command.guard.renewed(other.token.id, PinKind.USER)
        thread.join(10)
        assert (outcome, truly_left(home, HK), window.cache._entries) == ([False], 15, {})


def test_an_administrators_pin_that_was_kept_is_not_sent_after_a_change(home: Path) -> None:
    """It is handed out before the user's new PIN is asked for, which takes a person minutes."""
    with practice(home) as window, practice(home) as command:
        session = window.session(CLII)
        session.login_officer(Pin(CLII_SO))
        officer = session.kept(PinKind.SO)
        command.session(CLII).change_pin(PinKind.SO, Pin(CLII_SO), Pin("Admin!2026"))
        with pytest.raises(PinRefused) as refused:
            session.set_pin(officer, Pin("Fresh!2026"))
        assert (refused.value.rule, refused.value.no_try_used) == ("kept-no-more", True)
        assert (truly_left(home, CLII, PinKind.SO), window.cache._entries) == (10, {})


def test_with_another_ledger_nothing_is_kept(home: Path) -> None:
    """Somebody has deleted it; its lines begin at one again."""
    with practice(home, minutes=30) as rig:
        session = rig.session(HK)
        session.login(Pin(HK_PIN))
        rig.ledger.close()
        for part in home.glob("ledger*"):
            part.unlink()
        assert not session.login_with_kept_pin()


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
    """This token's flags tell nothing before the last try; its counter does."""
    shim.set(safenet=1, manufacturer="SafeNet, Inc.", flags="late")
    with behind(shim, tmp_path / "home", minutes=30) as mine, behind(shim, tmp_path / "elsewhere") as theirs:
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

        def pulled_just_before(token: Token, pin: Pin, kind: PinKind, line: int) -> None:
            rig.inventory._part_with([session])
            keep(token, pin, kind, line)

        monkeypatch.setattr(rig.cache, "keep", pulled_just_before)
        if kind is PinKind.USER:
            session.login(Pin(CLII_PIN))
        else:
            session.login_officer(Pin(CLII_SO))
        assert rig.cache._entries == {}
