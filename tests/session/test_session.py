"""The verbs on one token go through its lane, and PINs through the guard."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.beds import pcsc
from tests.providers.pkcs11.tokens import provider_of
from tests.session.rig import (
    CLII,
    CLII_PIN,
    CLII_SO,
    HK,
    HK_PIN,
    NETCA,
    NETCA_PIN,
    PROFILES,
    Rig,
    recogniser,
    truly_left,
    words,
)
from tokenmgr.app import _recogniser
from tokenmgr.ca.shelf import Shelf as Profiles
from tokenmgr.model.errors import LoginNeeded, ModuleFault, NotSupported, PinRefused, TokenGone, WrongPin
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.scheme import Scheme
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.session.lane import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenmgr.ca.recognise import Recognition
    from tokenmgr.session.session import TokenSession

NEW = "Fresh!2026"


def test_a_day_with_a_token(rig: Rig) -> None:
    session = rig.session(CLII)
    assert len(session.certificates()) == 1
    assert session.private_keys() == []
    session.change_pin(PinKind.USER, Pin(CLII_PIN), Pin(NEW))
    session.login(Pin(NEW))
    key = session.private_keys()[0]
    assert len(session.sign(key, b"\x01" * 32, Scheme.RSA_PKCS1)) == 256
    assert session.is_open()
    session.logout()
    assert not session.is_open()
    with pytest.raises(LoginNeeded):
        session.sign(key, b"\x01" * 32, Scheme.RSA_PKCS1)


def test_opened_is_closed_again_by_a_wrong_pin(rig: Rig) -> None:
    session = rig.session(HK)
    session.login(Pin(HK_PIN))
    with pytest.raises(WrongPin):
        session.login(Pin("wrong-1"))
    assert not session.is_open()


def test_a_signature_with_its_own_pin_is_a_try(rig: Rig, home: Path) -> None:
    session = rig.session(HK)
    session.login(Pin(HK_PIN))
    key = session.private_keys()[0]
    with pytest.raises(WrongPin):
        session.sign_with_pin(key, b"\x01" * 32, Scheme.RSA_PKCS1, "sha256", Pin("wrong-1"))
    assert truly_left(home, HK) == 14
    assert session.sign_with_pin(key, b"\x01" * 32, Scheme.RSA_PKCS1, "sha256", Pin(HK_PIN))
    assert words(rig, session.token.id)[-1] == "right"


def test_a_right_pin_without_a_signature_is_a_fault_and_no_try(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    session = rig.session(HK)
    session.login(Pin(HK_PIN))
    key = session.private_keys()[0]
    whole = type(session._provider).sign_with_pin
    monkeypatch.setattr(type(session._provider), "sign_with_pin", lambda *asked: (whole(*asked)[0], b""))
    with pytest.raises(ModuleFault):
        session.sign_with_pin(key, b"\x01" * 32, Scheme.RSA_PKCS1, "sha256", Pin(HK_PIN))
    assert session.tries().at_most == 15


def test_initialising_gives_a_new_pin(rig: Rig) -> None:
    session = rig.session(CLII)
    session.initialise(Pin(CLII_SO), Pin(NEW), "afresh")
    assert rig.session(CLII).token.label == "afresh"
    rig.session(CLII).login(Pin(NEW))


def test_a_policy_where_the_token_tells_none(rig: Rig) -> None:
    assert rig.session(HK).policy().min_length == 6


@pytest.mark.parametrize(("issuer", "limit"), [("hkpost-safenet", 15), ("netca", None), ("", None)])
def test_only_a_proven_issuer_sets_the_limit(home: Path, issuer: str, limit: int | None) -> None:
    with Rig(home, PracticeProvider(home / "practice"), issuer=issuer) as rig:
        assert rig.session(NETCA).limit == limit


def test_an_issuers_limit_is_not_promised_on_any_card(tmp_path: Path) -> None:
    """A card with three tries and a certificate of Hongkong Post. While somebody has it open it tells no count."""
    if why := pcsc.available():
        pytest.skip(why)
    module = pcsc.opensc_module()
    assert module is not None
    with pcsc.PcscBed() as bed:
        card = bed.card(
            pcsc.numbered_card(0, issuer="C=HK,O=Hongkong Post,CN=e-Cert CA", slots=("9A",), pin_tries=3), 0
        )
        card.plug()
        first, second = (Rig(tmp_path / name, provider_of(module, bed.env())) for name in ("one", "two"))
        with first, second:
            for rig in (first, second):
                rig.inventory._recognise = _recogniser(Profiles(PROFILES))
            session = first.session()
            assert session.profile is not None
            assert (session.profile.id, session.limit, session.tries().at_most) == ("hkpost-safenet", None, 3)
            session.login(Pin("123456"))
            for seen in (session, second.session()):
                tries = seen.tries()
                assert tries.at_most is None or tries.at_most <= card.tries_left()
                assert tries.limit in {None, 3}


class NoPins(PracticeProvider):
    """A source of keys without PINs, as a cloud is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.pin = self.keys = self.store = None


def test_what_a_provider_has_not_is_not_supported(home: Path) -> None:
    with Rig(home, NoPins(home / "practice")) as rig:
        session = rig.session(NETCA)
        verbs: dict[str, Callable[[], object]] = {
            "pin": lambda: session.login(Pin(NETCA_PIN)),
            "keys": lambda: session.generate("rsa", 2048, b"\x05", "new"),
            "store": lambda: session.rename("new"),
        }
        for what, verb in verbs.items():
            with pytest.raises(NotSupported) as refused:
                verb()
            assert refused.value.what == what


def test_the_issuer_is_looked_for_once_and_only_when_asked(home: Path) -> None:
    asked = []

    def recognise(session: TokenSession) -> Recognition | None:
        asked.append(session.token.id.serial)
        return recogniser("hkpost-safenet")(session)

    with Rig(home, PracticeProvider(home / "practice")) as rig:
        rig.inventory._recognise = recognise
        session = rig.session(HK)
        assert asked == []
        assert session.profile is session.profile is not None
        assert asked == [HK]


def test_an_issuer_that_could_not_be_read_is_looked_for_again(home: Path) -> None:
    with Rig(home, PracticeProvider(home / "practice")) as rig:
        session = rig.session(HK)
        answers = iter([TokenGone(session.token.id)])

        def recognise(asked: TokenSession) -> Recognition | None:
            for error in answers:
                raise error
            return recogniser("hkpost-safenet")(asked)

        session._recognise = recognise
        assert session.limit is None
        assert session.limit == 15


def test_recognising_from_two_threads_does_not_end_in_a_deadlock(home: Path) -> None:
    """One holds the lane and needs the issuer, the other looks for the issuer and needs the lane."""
    inside, go_on, seen = threading.Event(), threading.Event(), []

    def recognise(session: TokenSession) -> None:
        inside.set()
        go_on.wait(5)
        seen.append(len(session.certificates()))

    with Rig(home, PracticeProvider(home / "practice")) as rig:
        rig.inventory._recognise = recognise
        session = rig.session(HK)
        looking = threading.Thread(target=lambda: session.recognition, daemon=True)
        counting = threading.Thread(target=session.tries, daemon=True)
        looking.start()
        assert inside.wait(5)
        counting.start()
        counting.join(0.1)
        go_on.set()
        for thread in (looking, counting):
            thread.join(5)
            assert not thread.is_alive()
    assert seen == [1]


def test_a_pull_while_waiting_for_the_turn_is_noticed(rig: Rig, home: Path) -> None:
    """Typed for this insertion; by the time the lane is free there is another one."""
    session, refused = rig.session(HK), []

    def login() -> None:
        with pytest.raises(TokenGone) as gone:
            session.login(Pin(HK_PIN))
        refused.append(gone.value.no_try_used)

    bench = rig.inventory.providers[0]
    with session.insertion.turn():
        thread = threading.Thread(target=login)
        thread.start()
        thread.join(0.1)
        bench.pull(HK)  # type: ignore[attr-defined]
        rig.inventory.refresh()
        bench.plug(HK)  # type: ignore[attr-defined]
        rig.inventory.refresh()
    thread.join(10)
    assert (refused, words(rig, session.token.id)) == ([True], [])


def test_a_pull_while_a_person_thinks_about_the_last_try_is_noticed(rig: Rig, home: Path) -> None:
    session, bench = rig.session(HK), rig.inventory.providers[0]
    for number in range(14):
        with pytest.raises(WrongPin):
            session.login(Pin(f"wrong-{number}"))

    def thinks(_tries: object) -> bool:
        bench.pull(HK)  # type: ignore[attr-defined]
        rig.inventory.refresh()
        bench.plug(HK)  # type: ignore[attr-defined]
        rig.inventory.refresh()
        return True

    with pytest.raises(TokenGone):
        session.login(Pin("wrong-99"), thinks)
    assert truly_left(home, HK) == 1
    assert rig.inventory.find(HK).tries().at_most == 1


def test_every_verb_waits_for_its_turn(rig: Rig) -> None:
    """A verb that went past the lane would touch the token beside another one's try."""
    session = rig.session(CLII)
    session.login(Pin(CLII_PIN))
    key = session.private_keys()[0]
    verbs: list[Callable[[], object]] = [
        session.certificates,
        session.private_keys,
        session.data_objects,
        session.reading,
        session.tries,
        session.policy,
        session.is_open,
        session.login_with_kept_pin,
        lambda: session.login(Pin(CLII_PIN)),
        lambda: session.sign(key, b"\x01" * 32, Scheme.RSA_PKCS1),
        lambda: session.decrypt(key, b"\x01" * 256),
        lambda: session.generate("ec", 256, b"\x05", "new"),
        lambda: session.import_certificate(b"", b"", ""),
        lambda: session.import_key(b"", b"", ""),
        lambda: session.delete("key", b"\x99"),
        lambda: session.rename("new"),
        lambda: session.change_pin(PinKind.USER, Pin(CLII_PIN), Pin(NEW)),
        lambda: session.set_pin(Pin(CLII_SO), Pin(NEW)),
        lambda: session.unlock_by_puk(Pin(CLII_SO), Pin(NEW)),
        session.challenge,
        lambda: session.respond(b"", Pin(NEW)),
        lambda: session.initialise(Pin(CLII_SO), Pin(NEW), "x"),
        lambda: session.sign_with_pin(key, b"\x01" * 32, Scheme.RSA_PKCS1, "sha256", Pin(CLII_PIN)),
        session.logout,
    ]
    session._cache.minutes = 30
    session._cache.keep(session.token, Pin(CLII_PIN))
    session.insertion.lane = Refusing()
    for verb in verbs:
        with pytest.raises(LaneWanted):
            verb()


class LaneWanted(Exception):
    """The lane was asked for."""


class Refusing(Lane):
    """Lets nobody in."""

    def turn(self) -> object:  # type: ignore[override]
        raise LaneWanted


def test_a_pin_against_the_tokens_lengths_names_its_rule(rig: Rig) -> None:
    with pytest.raises(PinRefused) as refused:
        rig.session(HK).login(Pin("1" * 17))
    assert (refused.value.rule, refused.value.limit) == ("too-long", 16)
