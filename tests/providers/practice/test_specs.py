"""What is promised of each kind of token."""

from __future__ import annotations

import pytest

from tests.providers.practice.known import CLII, HK, NET
from tokenmgr.model.errors import NotSupported
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import Ability, TokenId
from tokenmgr.providers.practice.specs import MAX_PIN, MIN_PIN, SPECS, require_ability

UNLOCKS = {Ability.UNLOCK_BY_PUK, Ability.UNLOCK_BY_SO, Ability.UNLOCK_BY_CHALLENGE}


def test_limits_are_the_issuers() -> None:
    limits = {serial: spec.pins[PinKind.USER].limit for serial, spec in SPECS.items()}
    assert limits == {HK.serial: 15, CLII.serial: 10, NET.serial: 8}


def test_each_unlocks_in_its_own_way_and_hongkong_post_not_at_all() -> None:
    ways = {serial: spec.abilities & UNLOCKS for serial, spec in SPECS.items()}
    assert ways == {
        HK.serial: frozenset(),
        CLII.serial: {Ability.UNLOCK_BY_SO},
        NET.serial: {Ability.UNLOCK_BY_PUK},
    }
    assert set(SPECS[HK.serial].pins) == {PinKind.USER}


def test_everything_shown_is_marked_as_practice() -> None:
    for spec in SPECS.values():
        names = [spec.label, dict(spec.issuer)["CN"]]
        names += [each.label for each in spec.certificates]
        names += [dict(each.subject)["CN"] for each in spec.certificates]
        assert all("(practice)" in name for name in names)


def test_initial_pins_fit_the_token() -> None:
    initial = [pin.initial for spec in SPECS.values() for pin in spec.pins.values()]
    assert all(MIN_PIN <= len(pin) <= MAX_PIN for pin in initial)


def test_an_ability_that_is_missing_is_named() -> None:
    require_ability(CLII, Ability.UNLOCK_BY_SO)
    with pytest.raises(NotSupported) as caught:
        require_ability(HK, Ability.UNLOCK_BY_SO)
    assert caught.value.what == "unlock-by-so"


def test_of_a_stranger_nothing_is_said() -> None:
    require_ability(TokenId("", "", "NOBODY"), Ability.UNLOCK_BY_SO)
