"""Every PIN verb, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.practice.known import (
    CLII,
    CLII_PIN,
    CLII_SO,
    HK,
    HK_PIN,
    NET,
    NET_PUK,
    OWN_PIN,
    PUK,
    SO,
    USER,
    left_on_disk,
    wrong,
)
from tokenmgr.model.errors import NotSupported, TokenGone
from tokenmgr.model.pin import Pin, Verdict, Why
from tokenmgr.providers.practice.openings import Openings
from tokenmgr.providers.practice.pins import PracticePins

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.practice.shelf import Shelf


@pytest.fixture
def pins(shelf: Shelf) -> PracticePins:
    return PracticePins(shelf, Openings())


def locked(pins: PracticePins, token: TokenId) -> PracticePins:
    while not pins.reading(token, USER).locked:
        pins.login(token, USER, wrong())
    return pins


@pytest.mark.parametrize(("token", "limit"), [(HK, 15), (CLII, 10)])
def test_what_is_told_is_what_is_left_until_the_lock(
    pins: PracticePins, folder: Path, token: TokenId, limit: int
) -> None:
    for left in range(limit - 1, -1, -1):
        answer = pins.login(token, USER, wrong(left))
        assert answer.verdict is (Verdict.WRONG if left else Verdict.LOCKED)
        assert answer.reading == pins.reading(token, USER)
        assert answer.reading.exact == left == left_on_disk(folder, token)
        assert answer.reading.source is Why.PRACTICE_COUNTER
        assert (answer.reading.final, answer.reading.locked) == (left == 1, left == 0)


def test_the_right_pin_opens_and_logging_out_closes(pins: PracticePins) -> None:
    answer = pins.login(HK, USER, Pin(HK_PIN))
    assert (answer.verdict, answer.reading.logged_in) == (Verdict.RIGHT, True)
    pins.logout(HK)
    assert not pins.reading(HK, USER).logged_in


def test_an_open_token_still_looks_at_the_pin_and_a_wrong_one_closes_it(pins: PracticePins, folder: Path) -> None:
    pins.login(HK, USER, Pin(HK_PIN))
    answer = pins.login(HK, USER, wrong())
    assert (answer.verdict, answer.reading.logged_in) == (Verdict.WRONG, False)
    assert left_on_disk(folder, HK) == 14


def test_the_administrator_logs_in_instead_of_the_user(pins: PracticePins) -> None:
    pins.login(CLII, USER, Pin(CLII_PIN))
    assert pins.login(CLII, SO, Pin(CLII_SO)).reading.logged_in
    assert not pins.reading(CLII, USER).logged_in


def test_pulling_closes(pins: PracticePins, shelf: Shelf) -> None:
    pins.login(HK, USER, Pin(HK_PIN))
    shelf.pull(HK.serial)
    with pytest.raises(TokenGone):
        pins.login(HK, USER, Pin(HK_PIN))
    shelf.plug(HK.serial)
    assert not pins.reading(HK, USER).logged_in


def test_a_changed_pin_is_the_only_one_from_then_on(pins: PracticePins) -> None:
    assert pins.change(HK, USER, Pin(HK_PIN), Pin(OWN_PIN)).verdict is Verdict.RIGHT
    assert pins.login(HK, USER, Pin(HK_PIN)).verdict is Verdict.WRONG
    assert pins.login(HK, USER, Pin(OWN_PIN)).verdict is Verdict.RIGHT


def test_the_administrators_pin_changes_too(pins: PracticePins) -> None:
    assert pins.change(CLII, SO, Pin(CLII_SO), Pin(OWN_PIN)).verdict is Verdict.RIGHT
    assert pins.login(CLII, SO, Pin(OWN_PIN)).verdict is Verdict.RIGHT


def test_a_wrong_old_pin_costs_a_try_closes_and_changes_nothing(pins: PracticePins, folder: Path) -> None:
    pins.login(HK, USER, Pin(HK_PIN))
    answer = pins.change(HK, USER, wrong(), Pin(OWN_PIN))
    assert (answer.verdict, answer.reading.exact) == (Verdict.WRONG, 14)
    assert not answer.reading.logged_in
    assert left_on_disk(folder, HK) == 14
    assert pins.login(HK, USER, Pin(HK_PIN)).verdict is Verdict.RIGHT


@pytest.mark.parametrize("new", ["12345", "12345678901234567", "", "陳大文陳大文"])
def test_a_new_pin_against_the_rules_costs_no_try(pins: PracticePins, folder: Path, new: str) -> None:
    answer = pins.change(HK, USER, wrong(), Pin(new))
    assert (answer.verdict, answer.reading.low) == (Verdict.RULES, False)
    assert left_on_disk(folder, HK) == 15


@pytest.mark.parametrize("new", ["123456", "1234567890123456"])
def test_the_shortest_and_the_longest_pin_are_taken(pins: PracticePins, new: str) -> None:
    assert pins.change(HK, USER, Pin(HK_PIN), Pin(new)).verdict is Verdict.RIGHT


def test_clii_must_change_until_it_is_changed_and_not_to_the_initial_pin(pins: PracticePins) -> None:
    answer = pins.login(CLII, USER, Pin(CLII_PIN))
    assert (answer.verdict, answer.reading.must_change) == (Verdict.RIGHT, True)
    assert pins.change(CLII, USER, Pin(CLII_PIN), Pin(CLII_PIN)).verdict is Verdict.RULES
    assert pins.reading(CLII, USER).must_change
    answer = pins.change(CLII, USER, Pin(CLII_PIN), Pin(OWN_PIN))
    assert (answer.verdict, answer.reading.must_change) == (Verdict.RIGHT, False)


def test_hongkong_post_takes_its_initial_pin_back(pins: PracticePins) -> None:
    pins.change(HK, USER, Pin(HK_PIN), Pin(OWN_PIN))
    assert pins.change(HK, USER, Pin(OWN_PIN), Pin(HK_PIN)).verdict is Verdict.RIGHT


def test_the_administrator_unlocks_clii(pins: PracticePins) -> None:
    locked(pins, CLII)
    answer = pins.set_by_officer(CLII, Pin(CLII_SO), Pin(OWN_PIN))
    assert (answer.verdict, answer.reading) == (Verdict.RIGHT, pins.reading(CLII, SO))
    reading = pins.reading(CLII, USER)
    assert (reading.exact, reading.must_change) == (10, False)
    assert pins.login(CLII, USER, Pin(OWN_PIN)).verdict is Verdict.RIGHT


def test_a_wrong_administrator_pin_is_counted_on_its_own(pins: PracticePins, folder: Path) -> None:
    answer = pins.set_by_officer(CLII, wrong(), Pin(OWN_PIN))
    assert (answer.verdict, answer.reading.exact) == (Verdict.WRONG, 9)
    assert (left_on_disk(folder, CLII, SO), left_on_disk(folder, CLII)) == (9, 10)
    assert pins.login(CLII, USER, Pin(CLII_PIN)).verdict is Verdict.RIGHT


def test_the_administrator_cannot_set_the_initial_pin_either(pins: PracticePins, folder: Path) -> None:
    assert pins.set_by_officer(CLII, wrong(), Pin(CLII_PIN)).verdict is Verdict.RULES
    assert left_on_disk(folder, CLII, SO) == 10


def test_the_puk_unlocks_netca(pins: PracticePins, folder: Path) -> None:
    locked(pins, NET)
    assert pins.unlock_by_puk(NET, wrong(), Pin(OWN_PIN)).verdict is Verdict.WRONG
    assert left_on_disk(folder, NET, PUK) == 7
    assert pins.unlock_by_puk(NET, Pin(NET_PUK), Pin(OWN_PIN)).verdict is Verdict.RIGHT
    assert (left_on_disk(folder, NET, PUK), left_on_disk(folder, NET)) == (8, 8)
    assert pins.login(NET, USER, Pin(OWN_PIN)).verdict is Verdict.RIGHT


def test_a_locked_puk_ends_it(pins: PracticePins) -> None:
    answers = [pins.unlock_by_puk(NET, wrong(), Pin(OWN_PIN)) for _ in range(8)]
    assert (answers[-1].verdict, answers[-1].reading.locked) == (Verdict.LOCKED, True)
    assert pins.unlock_by_puk(NET, Pin(NET_PUK), Pin(OWN_PIN)).verdict is Verdict.LOCKED


def test_nothing_unlocks_hongkong_post(pins: PracticePins) -> None:
    for unlock in (pins.set_by_officer, pins.unlock_by_puk):
        with pytest.raises(NotSupported):
            unlock(HK, Pin(CLII_SO), Pin(OWN_PIN))
    assert pins.change(HK, SO, Pin(CLII_SO), Pin(OWN_PIN)).verdict is Verdict.NOT_SET


def test_there_is_no_challenge_and_no_pin_pad_and_the_puk_only_unlocks(pins: PracticePins) -> None:
    for verb in (
        lambda: pins.challenge(CLII),
        lambda: pins.respond(CLII, b"", Pin(OWN_PIN)),
        lambda: pins.login(HK, USER, None),
        lambda: pins.change(HK, USER, None, None),
        lambda: pins.login(NET, PUK, Pin(NET_PUK)),
        lambda: pins.change(NET, PUK, Pin(NET_PUK), Pin(OWN_PIN)),
    ):
        with pytest.raises(NotSupported):
            verb()


def test_the_policy_is_what_is_enforced(pins: PracticePins) -> None:
    policy = pins.policy(HK)
    assert (policy.min_length, policy.max_length) == (6, 16)
