"""The last try is asked about while nobody waits for the token, and the yes is to what was asked."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.session.rig import HK, HK_PIN, SHIM_PIN, behind, practice, truly_left, words, wrong, yes
from tokenmgr.model.errors import LastTry, PinLocked, TokenError, TokenGone, WrongPin
from tokenmgr.model.pin import Pin, PinKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.beds.shim import Shim
    from tests.session.rig import Rig
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.session.session import TokenSession

SECONDS = 10


class Thinking:
    """A person who is asked, and says yes when they are let."""

    def __init__(self, session: TokenSession, pin: Pin) -> None:
        self._asked, self._go_on = threading.Event(), threading.Event()
        self.outcome: list[str] = []
        self._thread = threading.Thread(target=self._run, args=(session, pin), daemon=True)
        self._thread.start()
        assert self._asked.wait(SECONDS)

    def _run(self, session: TokenSession, pin: Pin) -> None:
        try:
            session.login(pin, self._think)
            self.outcome.append("right")
        except TokenError as error:
            self.outcome.append(f"{error.code} {error.no_try_used}")

    def _think(self, _tries: TriesLeft) -> bool:
        self._asked.set()
        return self._go_on.wait(SECONDS)

    def agree(self) -> str:
        self._go_on.set()
        self._thread.join(SECONDS)
        return self.outcome[0]


@pytest.fixture
def last(rig: Rig) -> TokenSession:
    """A token with one try left."""
    session = rig.session(HK)
    for number in range(14):
        with pytest.raises(WrongPin):
            session.login(wrong(number), yes)
    return session


def in_time(work: Callable[[], object]) -> bool:
    """Whether it is done without waiting for the person who thinks."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(2)
    return not thread.is_alive()


def test_while_a_person_thinks_others_see_the_token(rig: Rig, last: TokenSession, home: Path) -> None:
    person = Thinking(last, wrong(50))

    def look() -> None:
        for session in rig.inventory.refresh():
            session.certificates()
            session.tries()

    assert in_time(look)
    assert truly_left(home, HK) == 1
    assert person.agree() == "pin-locked False"
    assert truly_left(home, HK) == 0


@pytest.mark.parametrize("noticed", [True, False], ids=["noticed at once", "noticed with the yes"])
def test_pulling_the_token_stops_it_whatever_is_said_then(
    rig: Rig, last: TokenSession, home: Path, noticed: bool
) -> None:
    bench, person = rig.inventory.providers[0], Thinking(last, wrong(50))
    for move in (bench.pull, bench.plug):  # type: ignore[attr-defined]
        move(HK)
        if noticed:
            assert in_time(rig.inventory.refresh)
    assert person.agree() == "token-gone True"
    assert truly_left(home, HK) == 1
    assert words(rig, last.token.id).count("wrong") == 14


def test_pulled_behind_a_module(shim: Shim, tmp_path: Path) -> None:
    shim.set(user_max=1)
    with behind(shim, tmp_path / "home", issuer="") as rig:
        session = rig.session()
        with pytest.raises(LastTry):
            session.login(Pin(SHIM_PIN))
        person = Thinking(session, wrong())
        shim.pull()
        assert in_time(rig.inventory.refresh)
        shim.plug()
        assert in_time(rig.inventory.refresh)
        assert person.agree() == "token-gone True"
    assert (shim.calls("C_Login"), shim.tries_left("user")) == (0, 1)


def test_a_yes_to_what_is_not_so_any_more(rig: Rig, last: TokenSession, home: Path) -> None:
    """Another window tried meanwhile, and its answer was lost: one try is left still, if any."""
    person = Thinking(last, wrong(50))
    with practice(home) as other:
        other.ledger.begin(last.token.id, PinKind.USER)
    assert person.agree() == "last-try True"
    assert truly_left(home, HK) == 1


def test_the_last_try_is_spent_once_though_two_were_asked(last: TokenSession, home: Path) -> None:
    first, second = Thinking(last, wrong(50)), Thinking(last, wrong(51))
    assert first.agree() == "pin-locked False"
    assert second.agree() == "pin-locked True"
    assert truly_left(home, HK) == 0


def test_all_tries_came_back_while_a_person_thought(last: TokenSession, home: Path) -> None:
    """Nothing has to be asked any more; the PIN is the right one."""
    person = Thinking(last, Pin(HK_PIN))
    with practice(home) as other:
        other.session(HK).login(Pin(HK_PIN), yes)
    assert person.agree() == "right"
    assert truly_left(home, HK) == 15


def test_the_same_wrong_pin_typed_twice_at_once_costs_one_try(rig: Rig, home: Path) -> None:
    session, errors = rig.session(HK), []

    def login() -> None:
        try:
            session.login(wrong())
        except TokenError as error:
            errors.append(error.code)

    threads = [threading.Thread(target=login) for _ in range(2)]
    with session.insertion.turn():
        for thread in threads:
            thread.start()
    for thread in threads:
        thread.join(SECONDS)
    assert sorted(errors) == ["pin-refused", "wrong-pin"]
    assert truly_left(home, HK) == 14


def test_no_is_no(last: TokenSession, home: Path) -> None:
    """Even where all tries came back while it was said."""

    def no(_tries: TriesLeft) -> bool:
        with practice(home) as other:
            other.session(HK).login(Pin(HK_PIN), yes)
        return False

    with pytest.raises(LastTry):
        last.login(wrong(50), no)
    assert truly_left(home, HK) == 15


def test_a_quick_pull_before_any_pin(rig: Rig, home: Path) -> None:
    """Nobody has looked since: the token that is there was not the one the PIN was typed for."""
    session, bench = rig.session(HK), rig.inventory.providers[0]
    bench.pull(HK)  # type: ignore[attr-defined]
    bench.plug(HK)  # type: ignore[attr-defined]
    with pytest.raises(TokenGone) as gone:
        session.login(wrong())
    assert (gone.value.no_try_used, truly_left(home, HK)) == (True, 15)


def test_locked_while_a_person_thought(last: TokenSession, home: Path) -> None:
    person = Thinking(last, Pin(HK_PIN))
    with practice(home) as other, pytest.raises(PinLocked):
        other.session(HK).login(wrong(60), yes)
    assert person.agree() == "pin-locked True"
