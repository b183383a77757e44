"""Lost PINs and emptied tokens: what a provider claims it can do it does, and what it does not claim costs nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.contract.steps import ALL, NEW, on, wrong_pin
from tests.contract.subjects import PUK, SO, USER, Subject
from tokenmgr.model.errors import (
    NotSupported,
)
from tokenmgr.model.pin import Pin, PinKind, Verdict
from tokenmgr.model.token import Ability

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.pin import PinAnswer


@on(*ALL)
@pytest.mark.parametrize("way", ["puk", "so", "challenge"])
def test_a_way_to_unlock_works_where_it_is_claimed_and_costs_nothing_where_not(subject: Subject, way: str) -> None:
    ability, kind, act = ways(subject, way)
    claimed = ability in subject.seen().abilities
    if not claimed:
        before = [subject.left(each) for each in PinKind]
        with pytest.raises(NotSupported) as refusal:
            act()
        assert refusal.value.no_try_used is not False
        assert [subject.left(each) for each in PinKind] == before
        return
    lock(subject)
    assert act().verdict is Verdict.RIGHT
    assert not subject.pins.reading(subject.token, USER).locked
    answer = subject.pins.login(subject.token, USER, Pin(NEW))
    assert answer.verdict is Verdict.RIGHT
    assert subject.left(USER) in {None, subject.pins.reading(subject.token, USER).limit, *range(2, 20)}
    if kind is not None:
        with_wrong(subject, kind)


def ways(subject: Subject, way: str) -> tuple[Ability, PinKind | None, Callable[[], PinAnswer]]:
    token, pins = subject.token, subject.pins

    def by_challenge() -> PinAnswer:
        return pins.respond(token, (subject.administrator or bytes)(pins.challenge(token)), Pin(NEW))

    return {
        "puk": (Ability.UNLOCK_BY_PUK, PUK, lambda: pins.unlock_by_puk(token, secret(subject, PUK), Pin(NEW))),
        "so": (Ability.UNLOCK_BY_SO, SO, lambda: pins.set_by_officer(token, secret(subject, SO), Pin(NEW))),
        "challenge": (Ability.UNLOCK_BY_CHALLENGE, None, by_challenge),
    }[way]


def secret(subject: Subject, kind: PinKind) -> Pin:
    return Pin(subject.secrets.get(kind, "12345678"))


def lock(subject: Subject) -> None:
    for number in range(20):
        if subject.pins.login(subject.token, USER, wrong_pin(number)).reading.locked:
            return


def with_wrong(subject: Subject, kind: PinKind) -> None:
    before = subject.left(kind)
    bad = Pin("00000000")
    verb = subject.pins.unlock_by_puk if kind is PUK else subject.pins.set_by_officer
    assert verb(subject.token, bad, Pin("13572468")).verdict is Verdict.WRONG
    if before is not None:
        assert subject.left(kind) == before - 1
    assert subject.pins.login(subject.token, USER, Pin(NEW)).verdict is Verdict.RIGHT


@on(*ALL)
def test_the_administrator_changes_his_pin_where_he_can(subject: Subject) -> None:
    def change() -> Verdict:
        return subject.pins.change(subject.token, SO, secret(subject, SO), Pin("Admin!26")).verdict

    if Ability.CHANGE_SO_PIN not in subject.seen().abilities:
        with suppress(NotSupported):
            assert change() is Verdict.NOT_SET  # an administrator who was never given a PIN
        assert subject.left(SO) is None
        return
    assert change() is Verdict.RIGHT
    assert subject.pins.set_by_officer(subject.token, Pin("Admin!26"), Pin(NEW)).verdict is Verdict.RIGHT
    assert subject.pins.set_by_officer(subject.token, secret(subject, SO), Pin(NEW)).verdict is Verdict.WRONG


@on(*ALL)
def test_emptying_a_token_where_it_can_be_emptied(subject: Subject) -> None:
    def empty(officer: Pin) -> Verdict:
        return subject.store.initialise(subject.token, officer, "emptied").verdict

    if Ability.INITIALISE not in subject.seen().abilities:
        with pytest.raises(NotSupported):
            empty(secret(subject, SO))
        subject.log_in()
        return
    assert empty(Pin("00000000")) is Verdict.WRONG
    assert empty(secret(subject, SO)) is Verdict.RIGHT
    [token] = [token for token in subject.provider.tokens() if token.label == "emptied"]
    assert not list(subject.provider.certificates(token.id))
    renewed = subject.pins.set_by_officer(token.id, secret(subject, SO), Pin(NEW))
    assert renewed.verdict is Verdict.RIGHT
    assert subject.pins.login(token.id, USER, Pin(NEW)).verdict is Verdict.RIGHT


@on(*ALL)
def test_a_label_is_changed_on_the_token_where_it_can_be(subject: Subject) -> None:
    subject.log_in()
    if Ability.RENAME in subject.seen().abilities:
        subject.store.rename(subject.token, "by another name")
        assert subject.seen().label == "by another name"
    else:
        with pytest.raises(NotSupported):
            subject.store.rename(subject.token, "by another name")


@on(*ALL)
def test_the_puk_is_no_way_to_log_in(subject: Subject) -> None:
    with pytest.raises(NotSupported) as error:
        subject.pins.login(subject.token, PUK, secret(subject, PUK))
    assert error.value.no_try_used is not False
