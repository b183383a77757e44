"""Who is here, who came, who left, and who is meant."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.beds.shim import Shim
from tests.session.rig import CLII, HK, HK_PIN, NETCA, SHIM_PIN, Rig, behind, practice, wrong
from tokenmgr.model.errors import (
    ModuleCrashed,
    ModuleFault,
    ModuleHung,
    TokenAmbiguous,
    TokenBusy,
    TokenError,
    TokenGone,
    TokenNotFound,
    WrongPin,
)
from tokenmgr.model.pin import Pin
from tokenmgr.model.token import Token, TokenFlag, TokenId
from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.provider import Pkcs11Provider
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.session.inventory import worth_showing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.beds.softhsm import SoftHsm
    from tokenmgr.providers.base import KeyProvider


def module(shim: Shim, patience: float = 1.0) -> Pkcs11Provider:
    path = str(shim.module)
    return Pkcs11Provider(Host(path, child_command(), env={**os.environ, **shim.env}, patience=patience))


def serials(rig: Rig) -> set[str]:
    return {session.token.id.serial for session in rig.inventory.refresh()}


class Told:
    """What a screen is told."""

    def __init__(self, rig: Rig) -> None:
        self.heard: list[tuple[str, str]] = []
        rig.inventory.on_arrived.append(lambda session: self.heard.append(("came", session.token.id.serial)))
        rig.inventory.on_left.append(lambda session: self.heard.append(("left", session.token.id.serial)))

    def since(self) -> set[tuple[str, str]]:
        heard, self.heard = self.heard, []
        return set(heard)


def test_arrivals_and_departures_are_told_once(rig: Rig) -> None:
    told, bench = Told(rig), rig.inventory.providers[0]
    assert serials(rig) == {HK, CLII, NETCA}
    assert told.since() == {("came", HK), ("came", CLII), ("came", NETCA)}
    rig.inventory.refresh()
    assert told.since() == set()
    bench.pull(HK)  # type: ignore[attr-defined]
    assert serials(rig) == {CLII, NETCA}
    assert told.since() == {("left", HK)}
    bench.plug(HK)  # type: ignore[attr-defined]
    rig.inventory.refresh()
    assert told.since() == {("came", HK)}


def test_who_stays_keeps_its_session_and_who_returns_does_not(rig: Rig) -> None:
    bench = rig.inventory.providers[0]
    hk, clii = rig.session(HK), rig.session(CLII)
    bench.pull(HK)  # type: ignore[attr-defined]
    rig.inventory.refresh()
    bench.plug(HK)  # type: ignore[attr-defined]
    again = rig.session(HK)
    assert (hk.gone, again.gone, rig.inventory.find(CLII)) == (True, False, clii)
    assert again.token.generation > hk.token.generation
    with pytest.raises(TokenGone) as refused:
        hk.login(Pin(HK_PIN))
    assert refused.value.no_try_used is True
    again.login(Pin(HK_PIN))


def test_a_pull_and_plug_that_nobody_saw_is_two_insertions(rig: Rig) -> None:
    told, bench, before = Told(rig), rig.inventory.providers[0], rig.session(HK)
    told.since()
    bench.pull(HK)  # type: ignore[attr-defined]
    bench.plug(HK)  # type: ignore[attr-defined]
    after = rig.session(HK)
    assert (before.gone, after is before, told.since()) == (True, False, {("came", HK), ("left", HK)})


def test_flags_and_label_are_brought_up_to_date(rig: Rig) -> None:
    session = rig.session(HK)
    assert TokenFlag.USER_PIN_LOW not in session.token.flags
    generation = session.token.generation
    with pytest.raises(WrongPin):
        session.login(wrong())
    rig.inventory.refresh()
    assert TokenFlag.USER_PIN_LOW in session.token.flags
    assert session.token.generation == generation


BAD_MODULES = {
    "hangs": ("C_GetSlotList:hang", 0.02, ModuleHung),
    "dies": ("C_GetSlotList:segv", 1.0, ModuleCrashed),
    "answers with an error": ("C_GetSlotList:rv=0x30", 1.0, ModuleFault),
}


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(("fault", "patience", "error"), BAD_MODULES.values(), ids=BAD_MODULES.keys())
def test_a_bad_module_does_not_hide_the_others(
    shim: Shim, home: Path, *, fault: str, patience: float, error: type[TokenError], first: bool
) -> None:
    shim.set(fault=fault)
    bad, good = module(shim, patience), PracticeProvider(home / "practice")
    order: list[KeyProvider] = [bad, good] if first else [good, bad]
    with Rig(home, *order) as rig:
        assert serials(rig) == {HK, CLII, NETCA}
        assert {provider: type(fault) for provider, fault in rig.inventory.faults.items()} == {bad: error}


def test_a_module_that_recovers_is_heard_again(shim: Shim, home: Path) -> None:
    shim.set(fault="C_GetSlotList:segv@1")
    provider = module(shim)
    with Rig(home, provider, PracticeProvider(home / "practice")) as rig:
        assert len(serials(rig)) == 3
        provider.host._env.pop("SHIM_FAULT")
        assert len(serials(rig)) == 4
        assert rig.inventory.faults == {}


def test_modules_are_asked_side_by_side(hsm: SoftHsm, tmp_path: Path) -> None:
    """Three that take 0.3 s each: together less than any two in a row."""
    slow = [Shim(hsm, tmp_path / f"shim{n}", fault="C_GetSlotList:delay=300@1+", serial=f"S{n}") for n in range(3)]
    with Rig(tmp_path / "home", *map(module, slow)) as rig:
        rig.inventory.refresh()
        began = time.monotonic()
        assert len(serials(rig)) == 3
        took = time.monotonic() - began
        alone = time.monotonic()
        rig.inventory.providers[0].tokens()
        assert took < 2 * (time.monotonic() - alone)


def test_the_first_of_two_modules_has_a_token_that_both_show(shim: Shim, home: Path) -> None:
    first, second = module(shim), module(shim)
    with Rig(home, first, second) as rig:
        session = rig.session()
        assert session.provider is first
        first.host._env["SHIM_FAULT"] = "C_GetSlotList:segv"
        first.close()
        other = rig.session()
        assert (other.provider, session.gone) == (second, True)  # never one module's token with another's session


def test_a_token_that_waits_for_a_response_is_still_here(own_shim: Shim, home: Path) -> None:
    own_shim.set(safenet=1, manufacturer="SafeNet, Inc.", so_pin="87654321")
    with behind(own_shim, home, minutes=30) as rig:
        session, told = rig.session(), Told(rig)
        session.login(Pin(SHIM_PIN))
        challenge = session.challenge()
        assert rig.inventory.refresh() == [session]
        assert (told.since(), session.gone) == (set(), False)
        with pytest.raises(TokenBusy):
            session.certificates()
        session.respond(own_shim.respond(challenge), Pin("246813"))
        assert rig.session() is session
        session.login(Pin("246813"))


class Unstartable:
    """A provider for whose process the system has no room."""

    name = "unstartable"
    pin = keys = store = None

    def tokens(self) -> Sequence[Token]:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    def close(self) -> None:
        """Nothing was begun."""


def test_a_process_that_cannot_be_started_is_a_fault_like_others(home: Path) -> None:
    bad = Unstartable()
    with Rig(home, PracticeProvider(home / "practice"), bad) as rig:  # type: ignore[arg-type]
        assert len(serials(rig)) == 3
        assert [type(fault) for fault in rig.inventory.faults.values()] == [ModuleFault]


def test_found_by_serial_alias_label_and_tail(rig: Rig) -> None:
    rig.inventory.refresh()
    hk = rig.inventory.find(HK)
    rig.remembered.set_alias(hk.token.id, "office")
    for name in (HK, "office", hk.token.label, HK[-4:]):
        assert rig.inventory.find(name) is hk
    for name in ("nobody", HK[:4], HK.lower(), " "):
        with pytest.raises(TokenNotFound):
            rig.inventory.find(name)


def test_an_exact_serial_counts_more_than_another_tokens_alias(rig: Rig) -> None:
    rig.inventory.refresh()
    clii = rig.inventory.find(CLII)
    rig.remembered.set_alias(clii.token.id, HK)
    assert rig.inventory.find(HK).token.id.serial == HK


def test_two_of_the_same_name_are_named_both(hsm: SoftHsm, tmp_path: Path) -> None:
    twins = [Shim(hsm, tmp_path / f"shim{n}", serial=f"TWIN{n}A", label="twin") for n in range(2)]
    with Rig(tmp_path / "home", *map(module, twins)) as rig:
        rig.inventory.refresh()
        for name in ("", "twin"):
            with pytest.raises(TokenAmbiguous) as many:
                rig.inventory.find(name)
            assert set(many.value.serials) == {"TWIN0A", "TWIN1A"}
        assert rig.inventory.find("IN1A").token.id.serial == "TWIN1A"


def test_nobody_here(rig: Rig) -> None:
    bench = rig.inventory.providers[0]
    for serial in (HK, CLII, NETCA):
        bench.pull(serial)  # type: ignore[attr-defined]
    rig.inventory.refresh()
    with pytest.raises(TokenNotFound):
        rig.inventory.find()


def test_the_only_modules_fault_is_the_answer(shim: Shim, tmp_path: Path) -> None:
    shim.set(fault="C_GetSlotList:segv")
    with behind(shim, tmp_path / "home") as rig, pytest.raises(ModuleCrashed):
        rig.session()


def test_an_empty_place_is_not_shown() -> None:
    nothing = Token(TokenId("SoftHSM project", "SoftHSM v2", ""), "", "pkcs11")
    assert not worth_showing(nothing)
    assert worth_showing(Token(TokenId("", "", "0001"), "", "pkcs11"))
    assert worth_showing(Token(nothing.id, "", "pkcs11", flags=frozenset({TokenFlag.INITIALISED})))


def test_verbs_and_refreshes_at_once(home: Path) -> None:
    """Tokens come and go while others read and log in: errors are of our kind, and nothing is left behind."""
    odd: list[BaseException] = []
    with practice(home, minutes=30) as rig:
        bench, until = rig.inventory.providers[0], time.monotonic() + 1.0

        def again_and_again(work: object) -> None:
            while time.monotonic() < until:
                try:
                    work()  # type: ignore[operator]
                except TokenError:
                    pass
                except BaseException as error:
                    odd.append(error)
                    raise

        def use() -> None:
            for session in rig.inventory.sessions:
                session.certificates()
                session.tries()
            rig.inventory.find(HK).login(Pin(HK_PIN))

        def move() -> None:
            bench.pull(HK)  # type: ignore[attr-defined]
            rig.inventory.refresh()
            bench.plug(HK)  # type: ignore[attr-defined]
            rig.inventory.refresh()

        threads = [threading.Thread(target=again_and_again, args=(work,)) for work in (use, use, move, move)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        bench.plug(HK)  # type: ignore[attr-defined]
        assert serials(rig) == {HK, CLII, NETCA}
    assert odd == []
