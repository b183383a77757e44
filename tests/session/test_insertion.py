"""The same insertion or another one, and a token that another process waits for."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.beds import pcsc
from tests.beds.pcsc import PcscBed, VirtualCard, numbered_card, opensc_module
from tests.providers.pkcs11.tokens import provider_of
from tests.session.rig import HK, SHIM_PIN, SHIM_SO, Rig, behind, words, wrong
from tokenmgr.actions.lock_all import lock_all
from tokenmgr.model.errors import TokenBusy, TokenError, TokenGone, TokenTwins
from tokenmgr.model.pin import Pin
from tokenmgr.model.token import Token, TokenId
from tokenmgr.session.insertion import Insertion
from tokenmgr.session.lane import Lane
from tokenmgr.session.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.beds.shim import Shim
    from tokenmgr.session.session import TokenSession

CARD = Token(TokenId("Maker", "Model", "0001"), "card", "test", reader="Reader 1", generation=3)


def insertion(token: Token = CARD) -> Insertion:
    return Insertion(token, None, Lane(), lambda _token: False)  # type: ignore[arg-type]


def test_each_has_a_number_of_its_own() -> None:
    first, second = insertion(), insertion()
    assert second.token.generation > first.token.generation
    assert first.as_told() == second.as_told() == CARD


@pytest.mark.parametrize(
    ("seen", "same"),
    [
        (CARD, True),
        (CARD._replace(label="renamed"), True),
        (CARD._replace(generation=4), False),
        (CARD._replace(reader="Reader 2"), False),
        (CARD._replace(id=TokenId("Maker", "Model", "0002")), False),
    ],
)
def test_whether_it_is_the_same_still(seen: Token, same: bool) -> None:
    assert insertion().is_of(seen) is same


def test_seen_again_it_keeps_its_number() -> None:
    here = insertion()
    number = here.token.generation
    here.renew(CARD._replace(label="renamed", generation=3))
    assert (here.token.label, here.token.generation) == ("renamed", number)


class Twins(NamedTuple):
    """Two cards that call themselves the same, one of them in."""

    one: VirtualCard
    other: VirtualCard
    rig: Rig


@pytest.fixture
def twins(tmp_path: Path) -> Iterator[Twins]:
    if why := pcsc.available():
        pytest.skip(why)
    module = opensc_module()
    assert module is not None
    with PcscBed() as bed:
        one = bed.card(numbered_card(0, slots=("9A",)), 0)
        other = bed.card(numbered_card(0, slots=("9A",), pin="654321"), 1)
        one.plug()
        with Rig(tmp_path, provider_of(module, bed.env()), minutes=30) as rig:
            yield Twins(one, other, rig)


def test_of_two_cards_that_call_themselves_the_same_neither_gets_a_pin(twins: Twins) -> None:
    """And what was kept for the one that is pulled is not spent on the other."""
    one, other, rig = twins
    session = rig.session()
    session.login(Pin("123456"))
    assert session.login_with_kept_pin()
    other.plug()
    for pin in ("654321", "123456"):
        with pytest.raises(TokenTwins) as refused:
            rig.session().login(Pin(pin))
        assert refused.value.no_try_used is True
    one.pull()
    (second,) = rig.inventory.refresh()
    assert (second is session, session.gone, rig.cache._entries) == (False, True, {})
    assert not second.login_with_kept_pin()
    second.login(Pin("654321"))
    assert (one.wrong_pins(), other.wrong_pins()) == (0, 0)


def test_the_one_that_was_pulled_takes_its_pin_with_it_though_nobody_looked(twins: Twins) -> None:
    one, other, rig = twins
    session = rig.session()
    session.login(Pin("123456"))
    one.pull()
    other.plug()
    for send in (session.login_with_kept_pin, lambda: session.login(Pin("123456"))):
        with pytest.raises(TokenGone) as gone:
            send()
        assert gone.value.no_try_used is True
    assert other.wrong_pins() == 0


class Desk:
    """As much of one as locking everything needs."""

    def __init__(self, rig: Rig) -> None:
        self.cache, self.inventory = rig.cache, rig.inventory


@contextmanager
def waited_for(shim: Shim, home: Path) -> Iterator[tuple[TokenSession, bytes]]:
    """Another program holds the token until the administrator's response is in."""
    with behind(shim, home) as other:
        session = other.session()
        with Waiting(home / "waiting").claim(session.token, ()):
            yield session, session.challenge()


@pytest.fixture
def window(own_shim: Shim, tmp_path: Path) -> Iterator[Rig]:
    own_shim.set(safenet=1, manufacturer="SafeNet, Inc.", so_pin=SHIM_SO)
    with behind(own_shim, tmp_path / "home", minutes=30) as rig:
        rig.inventory.waiting = Waiting(tmp_path / "home" / "waiting")
        yield rig


def test_a_running_window_leaves_alone_what_another_process_waits_for(
    window: Rig, own_shim: Shim, tmp_path: Path
) -> None:
    session = window.session()
    session.login(Pin(SHIM_PIN))
    with waited_for(own_shim, tmp_path / "home") as (other, challenge):
        calls = len(own_shim.trace())
        assert window.inventory.refresh() == [session]
        assert not session.gone
        wishes: list[Callable[[], object]] = [
            session.certificates,
            session.reading,
            session.tries,
            lambda: session.login(wrong()),
            session.login_with_kept_pin,
            lambda: session.set_pin(Pin(SHIM_SO), Pin("246813")),
            session.challenge,
            session.logout,
        ]
        for wish in wishes:
            with pytest.raises(TokenBusy) as busy:
                wish()
            assert busy.value.token == session.token.id
        lock_all(Desk(window))  # type: ignore[arg-type]
        assert len(own_shim.trace()) == calls
        other.respond(own_shim.respond(challenge), Pin("246813"))
    window.inventory.providers[0].close()  # SoftHSM notices another process's change only when it starts
    window.session().login(Pin("246813"))
    assert own_shim.tries_left("user") == 15


def test_a_pin_that_is_not_sent_for_it_uses_no_try(window: Rig, own_shim: Shim, tmp_path: Path) -> None:
    session = window.session()
    with waited_for(own_shim, tmp_path / "home"), pytest.raises(TokenBusy) as busy:
        session.login(Pin(SHIM_PIN))
    assert busy.value.no_try_used is True
    assert words(window, session.token.id) == []


def test_a_window_opened_meanwhile_shows_it_and_leaves_it_alone(window: Rig, own_shim: Shim, tmp_path: Path) -> None:
    with waited_for(own_shim, tmp_path / "home") as (other, _challenge):
        calls = len(own_shim.trace())
        (session,) = window.inventory.refresh()
        assert session.token.id == other.token.id
        with pytest.raises(TokenError):
            session.certificates_read()
        assert len(own_shim.trace()) == calls


def test_the_process_that_waits_may_respond(window: Rig, own_shim: Shim) -> None:
    session, waiting = window.session(), window.inventory.waiting
    assert waiting is not None
    with waiting.claim(session.token, ()):
        session.respond(own_shim.respond(session.challenge()), Pin("246813"))
    session.login(Pin("246813"))


def test_other_modules_tokens_are_not_concerned(rig: Rig, own_shim: Shim, tmp_path: Path) -> None:
    rig.inventory.waiting = Waiting(tmp_path / "elsewhere" / "waiting")
    own_shim.set(safenet=1, manufacturer="SafeNet, Inc.", so_pin=SHIM_SO)
    with waited_for(own_shim, tmp_path / "elsewhere"):
        assert rig.session(HK).tries().at_most == 15
