"""Who has opened what, and what closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.practice.known import CLII, HK, SO, USER
from tokenmgr.model.errors import LoginNeeded, PinMustChange
from tokenmgr.providers.practice.openings import Opening, Openings

if TYPE_CHECKING:
    from tokenmgr.providers.practice.shelf import Shelf
    from tokenmgr.providers.practice.state import TokenState


@pytest.fixture
def state(shelf: Shelf) -> TokenState:
    return shelf.look(HK)


def test_an_open_token_gives_its_key(state: TokenState) -> None:
    openings = Openings()
    openings.open(state, USER, b"key")
    assert openings.user_key(HK, state) == b"key"
    assert openings.is_open(state, USER)
    assert not openings.is_open(state, SO)


def test_a_closed_one_does_not(state: TokenState) -> None:
    openings = Openings()
    openings.open(state, USER, b"key")
    openings.close(HK)
    with pytest.raises(LoginNeeded):
        openings.user_key(HK, state)


def test_the_administrator_does_not_get_at_the_keys(state: TokenState) -> None:
    openings = Openings()
    openings.open(state, SO, b"key")
    with pytest.raises(LoginNeeded):
        openings.user_key(HK, state)


@pytest.mark.parametrize("change", [{"generation": 99}, {"epoch": "another"}])
def test_another_insertion_or_another_life_is_closed(state: TokenState, change: dict[str, int | str]) -> None:
    openings = Openings()
    openings.open(state, USER, b"key")
    later = state._replace(**change)  # type: ignore[arg-type]  # one table for two types
    assert not openings.is_open(later, USER)
    with pytest.raises(LoginNeeded):
        openings.user_key(HK, later)


def test_a_pin_that_must_change_opens_nothing_yet(shelf: Shelf) -> None:
    openings, state = Openings(), shelf.look(CLII)
    openings.open(state, USER, b"key")
    with pytest.raises(PinMustChange):
        openings.user_key(CLII, state)


def test_closing_all(state: TokenState) -> None:
    openings = Openings()
    openings.open(state, USER, b"key")
    openings.close_all()
    assert not openings.is_open(state, USER)


def test_an_opening_does_not_show_its_key() -> None:
    assert "secret" not in repr(Opening(USER, b"secret", 1, "e"))
