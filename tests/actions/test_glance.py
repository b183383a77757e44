"""One picture of all tokens, whatever state they and their modules are in. True counters say what it cost: nothing."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.practising import CLII, CLII_SO, HK, NETCA, PIN
from tests.session.rig import practice, wrong
from tokenmgr.actions.attention import USUAL_LEAD_DAYS
from tokenmgr.actions.glance import before, take
from tokenmgr.actions.overview import State
from tokenmgr.model.errors import ModuleHung, TokenError, WrongPin
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.token import TokenId

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tokenmgr.actions.glance import Glance
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.session import TokenSession


@pytest.fixture
def look(desk: Desk) -> Callable[[], Glance]:
    known, history = desk.known(), desk.history()
    return lambda: take(desk, known, history)


def of(glance: Glance, serial: str) -> list[str]:
    return [item.kind for item in glance.attention if item.token.serial == serial]


def id_of(desk: Desk, serial: str) -> TokenId:
    return desk.inventory.find(serial).token.id


def miss(session: TokenSession, number: int = 0) -> None:
    with pytest.raises(WrongPin):
        session.login(wrong(number))


def test_everything_a_screen_shows(desk: Desk, look: Callable[[], Glance]) -> None:
    desk.inventory.remembered.set_alias(id_of(desk, HK), "公司")
    glance = look()
    assert [token.id.serial for token in glance.tokens] == [HK, CLII, NETCA]
    hk = glance.token(id_of(desk, HK))
    assert hk is not None
    assert hk.issuer is not None
    assert (hk.name, hk.practice, hk.issuer.id, hk.health.state) == ("公司", True, "hkpost-safenet", "built-in")
    assert (hk.overview.state, hk.overview.tries.at_most, hk.open, hk.unlocked_minutes) == (State.OK, 15, False, 0)
    assert hk.nearest_end == hk.certificates[0]
    assert len(glance.certificates) == 4
    assert (glance.absent, glance.faults, glance.events, glance.loading) == ((), (), (), False)
    assert [(item.kind, item.token.serial, item.errand) for item in glance.attention] == [
        ("initial-pin", CLII, "change-pin"),
        ("expiring", CLII, "renewal-info"),
    ]


def test_the_first_picture_is_what_is_remembered(desk: Desk, look: Callable[[], Glance], home: Path) -> None:
    seen = look()
    glance = before(desk.known(), practice=True)
    assert glance.loading
    assert glance.tokens == ()
    assert set(glance.certificates) == set(seen.certificates)
    assert [item.kind for item in glance.attention] == ["expiring"]
    assert before(desk.known()).certificates == (), "practice tokens only while practising"


def test_the_first_picture_loads_nothing_heavy() -> None:
    code = "import sys, tokenmgr.actions.glance; print([m for m in sys.modules if m in sys.argv])"
    heavy = ["sqlite3", "cryptography", "PySide6", "tokenmgr.session.session", "concurrent.futures", "tomllib"]
    ran = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_a_token_that_left_is_still_shown(desk: Desk, look: Callable[[], Glance]) -> None:
    here = look().token(id_of(desk, CLII))
    desk.rehearsal().pull(CLII)
    glance = look()
    [gone] = glance.absent
    assert here is not None
    assert (gone.id, gone.certificates, gone.profile, gone.tries) == (
        here.id,
        here.certificates,
        "clii-bjca",
        here.overview.tries,
    )
    assert gone.nearest_end == here.nearest_end
    assert of(glance, CLII) == ["expiring"], "its certificate ends all the same"
    assert [(event.kind, event.who) for event in glance.events] == [("left", "token")]
    desk.rehearsal().plug(CLII)
    assert [event.kind for event in look().events] == ["arrived", "left"]


def counting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    provider, reads = desk.inventory.providers[0], []
    real = provider.certificates

    def read(token: TokenId) -> Sequence[Certificate]:
        reads.append(token.serial)
        return list(real(token))

    monkeypatch.setattr(provider, "certificates", read)
    return reads


def test_certificates_are_read_once_an_insertion_and_after_a_change(
    desk: Desk, look: Callable[[], Glance], monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = counting(desk, monkeypatch)
    look()
    look()
    assert sorted(reads) == sorted([HK, CLII, NETCA])
    session = desk.inventory.find(HK)
    session.login(Pin(PIN[HK]))
    session.delete("certificate", b"\x01")
    glance = look()
    assert reads[3:] == [HK]
    assert glance.token(session.token.id).certificates == ()  # type: ignore[union-attr]
    desk.rehearsal().pull(NETCA)
    look()
    desk.rehearsal().plug(NETCA)
    look()
    assert reads[4:] == [NETCA]
    take(desk, desk.known(), desk.history(), afresh=True)
    assert sorted(reads[5:]) == sorted([HK, CLII, NETCA])


def test_looking_costs_no_try(desk: Desk, look: Callable[[], Glance], home: Path) -> None:
    miss(desk.inventory.find(HK))
    for _ in range(3):
        look()
    assert desk.inventory.find(HK).tries().at_most == 14
    assert [event.what for event in desk.ledger.events(id_of(desk, HK), PinKind.USER)] == ["wrong"]


def test_the_initial_pin_only_where_it_is_certain(desk: Desk, look: Callable[[], Glance]) -> None:
    clii = desk.inventory.find(CLII)
    assert "initial-pin" in of(look(), CLII)
    desk.history().add("pin-changed", clii.token.id, "", "this-program", pin="user")
    assert of(look(), CLII) == ["must-change", "expiring"], "the token wants another one, but not for being the first"
    clii.login(Pin(PIN[CLII]))
    assert "initial-pin" in of(look(), CLII), "typed, right, and published"
    clii.change_pin(PinKind.USER, Pin(PIN[CLII]), Pin("Fresh!2026"))
    assert of(look(), CLII) == ["expiring"]
    clii.set_pin(Pin(CLII_SO), Pin("Other!2026"))
    assert "initial-pin" not in of(look(), CLII)


def test_misses_by_another_program(desk: Desk, look: Callable[[], Glance], home: Path) -> None:
    look()
    miss(desk.inventory.find(HK))
    assert of(look(), HK) == [], "our own miss"
    other_programs_miss(home)
    glance = look()
    assert of(glance, HK) == ["others-missed"]
    [item] = [each for each in glance.attention if each.kind == "others-missed"]
    assert (item.fact("count"), item.errand) == (1, "events")
    assert [(event.kind, event.who, dict(event.facts)) for event in glance.events][:1] == [
        ("others-missed", "other-program", {"count": 1, "tries": 13})
    ]
    assert of(look(), HK) == ["others-missed"], "until somebody has seen it"
    assert len(desk.history().every(kind="others-missed")) == 1, "and told once"


def other_programs_miss(home: Path) -> None:
    """A program with a ledger of its own, at the same tokens."""
    away = home.parent / "other"
    away.mkdir(exist_ok=True)
    if not (away / "practice").exists():
        (away / "practice").symlink_to(home / "practice")
    with practice(away) as other:
        miss(other.session(HK), 77)


def test_misses_by_others_while_the_window_was_closed(desk: Desk, look: Callable[[], Glance], home: Path) -> None:
    look()
    other_programs_miss(home)
    glance = take(desk, desk.known(), desk.history())  # read from the file, as by the next run
    assert of(glance, HK) == ["others-missed"]


@pytest.mark.parametrize("way", ["a right PIN", "acknowledged"])
def test_misses_by_others_are_settled(desk: Desk, home: Path, way: str) -> None:
    known, history = desk.known(), desk.history()
    take(desk, known, history)
    other_programs_miss(home)
    assert of(take(desk, known, history), HK) == ["others-missed"]
    if way == "acknowledged":
        known.acknowledge(id_of(desk, HK))
    else:
        desk.inventory.find(HK).login(Pin(PIN[HK]))
    assert of(take(desk, known, history), HK) == []


def failing(desk: Desk, monkeypatch: pytest.MonkeyPatch, error: TokenError) -> list[str]:
    asked = []

    def fail(token: TokenId) -> None:
        asked.append(token.serial)
        raise error

    monkeypatch.setattr(desk.inventory.providers[0], "certificates", fail)
    return asked


def test_a_module_that_hangs_is_waited_for_once(
    desk: Desk, look: Callable[[], Glance], monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = set(look().certificates)
    asked = failing(desk, monkeypatch, ModuleHung("/lib/vendor.so", "certificates"))
    glance = take(desk, desk.known(), desk.history(), afresh=True)
    assert asked == [HK], "its other tokens are not waited for"
    assert {token.overview.state for token in glance.tokens} == {State.UNKNOWN}
    assert {token.health.state for token in glance.tokens} == {"failed"}
    assert [token.issuer.id for token in glance.tokens if token.issuer] == ["hkpost-safenet", "clii-bjca", "netca"]
    assert set(glance.certificates) == remembered, "what is remembered is shown"
    assert [(type(fault.error), fault.module) for fault in glance.faults] == [(ModuleHung, "practice")]
    assert [item.kind for item in glance.attention] == ["expiring"]
    look()
    assert asked == [HK], "nor is it asked for the same again"


def test_one_token_that_fails_leaves_the_others(
    desk: Desk, look: Callable[[], Glance], monkeypatch: pytest.MonkeyPatch
) -> None:
    look()
    session = desk.inventory.find(CLII)
    error = TokenError()

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(session, "certificates_read", fail)
    glance = look()
    assert [token.overview.state for token in glance.tokens] == [State.OK, State.UNKNOWN, State.OK]
    assert glance.tokens[1].overview.fault is error
    assert glance.faults == ()


def test_a_provider_that_cannot_be_asked(
    desk: Desk, look: Callable[[], Glance], monkeypatch: pytest.MonkeyPatch
) -> None:
    look()

    def fail() -> None:
        raise ModuleHung("/lib/vendor.so", "tokens")

    monkeypatch.setattr(desk.inventory.providers[0], "tokens", fail)
    glance = look()
    assert glance.tokens == ()
    assert [each.id.serial for each in glance.absent] == [HK, CLII, NETCA]
    assert len(glance.faults) == 1


def test_own_lead_days(desk: Desk) -> None:
    def kinds(lead_days: tuple[int, ...], now: datetime | None = None) -> list[str]:
        return of(take(desk, desk.known(), desk.history(), lead_days=lead_days, now=now), HK)

    nearly = datetime.now(UTC) + timedelta(days=990)
    assert kinds(()) == []
    assert kinds((), nearly) == ["expiring"]
    assert kinds((2, 1), nearly) == []
    assert kinds((1000,)) == ["expiring"]


def test_how_early_is_one_answer_for_whoever_asks(desk: Desk, look: Callable[[], Glance]) -> None:
    glance = take(desk, desk.known(), desk.history(), lead_days=(33, 3))
    assert {each.lead_days for each in glance.tokens} == {(33, 3)}
    ours = look()
    token = ours.tokens[0]
    assert token.issuer is not None
    assert ours.lead_days(token.id) == token.lead_days == (token.issuer.lead_days or USUAL_LEAD_DAYS)
    assert ours.lead_days(TokenId("nobody's", "x", "1")) == USUAL_LEAD_DAYS


def test_several_looks_at_once(desk: Desk, look: Callable[[], Glance]) -> None:
    found: list[Glance] = []
    threads = [threading.Thread(target=lambda: found.append(look())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(glance.certificates) for glance in found] == [4] * 4
