"""The run of the checks: each with its time, an end at any moment, and this very computer once."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.actions.checks.test_finding import keeps_to_the_rules
from tests.actions.checks.test_usb import ETOKEN, RESOURCES
from tests.practising import HK
from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.doctor import Check, Examination, Surroundings, around as around_desk, checks, examine, tokens_of
from tokenmgr.model.errors import ModuleHung
from tokenmgr.system.reader_look import ReaderLook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenmgr.model.module import ModuleStatus
    from tokenmgr.model.token import Token
    from tokenmgr.session.desk import Desk
    from tokenmgr.system.usb_devices import UsbDevice

OK = Finding("fine", "ok")


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    return Surroundings(
        modules=list,
        tokens=list,
        begun=list,
        built=datetime(2026, 11, 1, tzinfo=UTC),
        home=tmp_path,
        resources=RESOURCES,
        readers=lambda: ReaderLook("not-running"),
        devices=lambda: [ETOKEN],
        keyring=lambda: "",
        now=lambda: datetime(2026, 11, 20, tzinfo=UTC),
        root=tmp_path,
        linux=True,
    )


@pytest.fixture
def stuck() -> Iterator[threading.Event]:
    """Something that hangs until the test is over."""
    event = threading.Event()
    yield event
    event.set()


def hung(event: threading.Event) -> Iterator[Finding]:
    event.wait(30)
    yield OK


def test_every_check_speaks_up(around: Surroundings) -> None:
    found = list(examine(around).findings())
    assert {each.check for each in found} >= {check.name for check in checks(around)}
    assert all(map(keeps_to_the_rules, found))
    states = {each.check: each.state for each in found}
    assert states["modules"] == states["usb-token"] == states["reader-service"] == "bad"
    assert states["readers"] == "skipped"


def test_this_computer(around: Surroundings) -> None:
    """Whatever it is like, the doctor gets to the end, quickly and without an accident."""
    real = Surroundings(list, list, list, around.built, around.home, around.resources, keyring=lambda: "")
    begun = time.monotonic()
    found = list(examine(real).findings())
    assert time.monotonic() - begun < 10
    assert all(map(keeps_to_the_rules, found))
    assert not [each for each in found if ("reason", "failed") in each.facts]


def test_a_desk_with_practice_tokens(desk: Desk, tmp_path: Path) -> None:
    begun = [certificate.facts.not_before for certificate in desk.inventory.find(HK).certificates()]
    real = around_desk(desk, tmp_path, RESOURCES, lambda: [at for at in begun if at])
    assert {token.id.serial for token in real.tokens()} >= {HK}
    assert real.built < datetime.now(UTC)
    found = examine(real._replace(keyring=lambda: "", modules=list)).findings()
    assert {each.check: each.state for each in found}["clock"] == "ok"


def test_a_provider_that_does_not_answer_is_passed_over(desk: Desk) -> None:
    class Hung:
        def tokens(self) -> list[Token]:
            raise ModuleHung("/a.so")

    assert tokens_of([Hung(), *desk.inventory.providers]) == tokens_of(desk.inventory.providers) != []


def test_a_check_that_hangs_is_left(stuck: threading.Event) -> None:
    run = Examination([Check("slow", lambda: hung(stuck), 0.05), Check("fine", lambda: [OK])])
    slow, fine = run.findings()
    assert (slow.state, slow.next_step, dict(slow.facts)["reason"]) == ("warn", "look-again", "no-answer")
    assert fine == OK


def test_a_late_answer_is_nobody_elses() -> None:
    late = threading.Event()

    def second() -> Iterator[Finding]:
        late.set()
        time.sleep(0.1)  # the first one's answer comes in between
        yield Finding("second", "ok")

    def first() -> Iterator[Finding]:
        late.wait(5)
        yield Finding("first", "ok")

    found = list(Examination([Check("first", first, 0.05), Check("second", second, 5)]).findings())
    assert [(each.check, each.state) for each in found] == [("first", "warn"), ("second", "ok")]


def test_what_hung_once_is_not_waited_for_again(around: Surroundings, stuck: threading.Event) -> None:
    def readers() -> ReaderLook:
        stuck.wait(30)
        return ReaderLook("answers")

    all_checks = checks(around._replace(readers=readers))
    wanted = [check._replace(seconds=0.05) if check.name == "reader-service" else check for check in all_checks]
    states = {each.check: each for each in Examination(wanted).findings()}
    assert states["reader-service"].state == "warn"
    assert states["readers"] == Finding("readers", "skipped", (("reason", "no-answer"),))


def test_a_check_that_fails_takes_no_other_with_it(around: Surroundings) -> None:
    def hung_module() -> list[Token]:
        raise ModuleHung("/a.so")

    def no_usb() -> list[UsbDevice]:
        raise OSError("libusb")

    def odd() -> str:
        raise ZeroDivisionError

    broken = around._replace(tokens=hung_module, devices=no_usb, keyring=odd)
    found = {each.check: each for each in examine(broken).findings()}
    assert found["token-shared"].facts == (("reason", "module-hung"),)
    assert found["usb-token"] == Finding("usb-token", "skipped", (("reason", "not-on-this-system"),), ("libusb",))
    assert found["keyring"].evidence == ("ZeroDivisionError",)
    assert found["own-files"].check


def test_cancelled_at_once(stuck: threading.Event) -> None:
    run = Examination([Check("fine", lambda: [OK]), Check("slow", lambda: hung(stuck), 30), Check("x", lambda: [OK])])
    findings = run.findings()
    assert next(findings) == OK
    threading.Timer(0.05, run.cancel).start()
    begun = time.monotonic()
    assert list(findings) == []
    assert time.monotonic() - begun < 5


def test_cancelled_before_it_began() -> None:
    asked: list[str] = []

    def look() -> list[Finding]:
        asked.append("x")
        return [OK]

    run = Examination([Check("fine", look)])
    run.cancel()
    assert list(run.findings()) == []
    assert asked == []


def test_nothing_is_asked_before_its_turn(around: Surroundings) -> None:
    asked: list[str] = []

    def modules() -> list[ModuleStatus]:
        asked.append("modules")
        return []

    checks(around._replace(modules=modules))
    assert asked == []
