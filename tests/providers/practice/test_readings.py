"""What the tokens say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.practice.known import CLII, HK, NET, PUK, SO, USER
from tokenmgr.model.pin import PinKind, PinReading, Why
from tokenmgr.model.token import TokenFlag
from tokenmgr.providers.practice.readings import describe, read_pin

if TYPE_CHECKING:
    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.practice.shelf import Shelf
    from tokenmgr.providers.practice.state import TokenState


def with_left(shelf: Shelf, token: TokenId, left: int, kind: PinKind = USER) -> TokenState:
    state = shelf.look(token)
    return state.with_secret(kind, state.secrets[kind]._replace(left=left))


@pytest.mark.parametrize(
    ("left", "low", "final", "locked"),
    [(8, False, False, False), (7, True, False, False), (1, True, True, False), (0, True, False, True)],
)
def test_netca_shows_flags_and_no_number(
    shelf: Shelf,
    left: int,
    low: bool,
    final: bool,
    locked: bool,
) -> None:
    for kind in (USER, PUK):
        reading = read_pin(with_left(shelf, NET, left, kind), kind)
        assert reading == PinReading(low=low, final=final, locked=locked)


@pytest.mark.parametrize(("token", "kind", "limit"), [(HK, USER, 15), (CLII, USER, 10), (CLII, SO, 10)])
def test_the_others_tell_their_counter(shelf: Shelf, token: TokenId, kind: PinKind, limit: int) -> None:
    reading = read_pin(with_left(shelf, token, 4, kind), kind)
    assert (reading.exact, reading.limit, reading.source) == (4, limit, Why.PRACTICE_COUNTER)
    assert reading.low


def test_a_pin_that_is_not_there(shelf: Shelf) -> None:
    assert read_pin(shelf.look(HK), SO) == PinReading(is_set=False)


@pytest.mark.parametrize(
    ("left", "flags"),
    [
        (15, set()),
        (14, {TokenFlag.USER_PIN_LOW}),
        (1, {TokenFlag.USER_PIN_LOW, TokenFlag.USER_PIN_FINAL}),
        (0, {TokenFlag.USER_PIN_LOW, TokenFlag.USER_PIN_LOCKED}),
    ],
)
def test_flags_follow_the_counter(shelf: Shelf, left: int, flags: set[TokenFlag]) -> None:
    always = {TokenFlag.INITIALISED, TokenFlag.LOGIN_REQUIRED, TokenFlag.USER_PIN_SET}
    assert describe(with_left(shelf, HK, left)).flags == always | flags


def test_the_administrators_flags_are_told_apart(shelf: Shelf) -> None:
    flags = describe(with_left(shelf, CLII, 1, SO)).flags
    assert flags >= {TokenFlag.SO_PIN_LOW, TokenFlag.SO_PIN_FINAL, TokenFlag.USER_PIN_MUST_CHANGE}
    assert TokenFlag.USER_PIN_LOW not in flags


def test_a_description_is_marked_and_names_its_insertion(shelf: Shelf) -> None:
    token = describe(shelf.look(HK)._replace(generation=7))
    assert (token.practice, token.generation, token.id) == (True, 7, HK)
    assert (token.pin_min, token.pin_max) == (6, 16)
