"""A new PIN by the PUK or the administrator, whichever the token knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.actions.conftest import Answers
from tests.practising import CLII, CLII_SO, HK, NETCA, NETCA_PUK, NEW
from tokenmgr.actions.unlock import set_pin, unlock, unlock_by_puk
from tokenmgr.model.errors import NotSupported, PinRefused, TokenError, WrongPin
from tokenmgr.model.pin import PinKind

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk


@pytest.mark.parametrize(
    ("serial", "secret", "asked"), [(NETCA, NETCA_PUK, "puk unlock"), (CLII, CLII_SO, "so unlock")]
)
def test_the_way_the_token_knows(desk: Desk, serial: str, secret: str, asked: str) -> None:
    ask = Answers(secret, NEW)
    unlock(desk.inventory.find(serial), ask)
    assert ask.asked == [asked, "new user"]
    assert ask.all_wiped


@pytest.mark.parametrize(("serial", "way"), [(HK, ""), (HK, "puk"), (HK, "so"), (CLII, "puk"), (NETCA, "so")])
def test_another_way_is_refused_without_a_question(desk: Desk, serial: str, way: str) -> None:
    ask = Answers()
    with pytest.raises(NotSupported):
        unlock(desk.inventory.find(serial), ask, way)
    assert ask.asked == []


@pytest.mark.parametrize(("new", "error", "left"), [(NEW, WrongPin, 7), ("1", PinRefused, 8)])
def test_tries_of_the_puk(desk: Desk, new: str, error: type[TokenError], left: int) -> None:
    session = desk.inventory.find(NETCA)
    ask = Answers("nothere0", new)
    with pytest.raises(error):
        unlock_by_puk(session, ask)
    assert ask.all_wiped
    state = session.provider.pin
    assert state
    before = state.reading(session.token.id, PinKind.PUK)
    assert before.exact in {left, None}


def test_a_slip_in_the_new_pin_costs_the_administrator_nothing(desk: Desk) -> None:
    session = desk.inventory.find(CLII)
    ask = Answers("nothere0", "1")
    with pytest.raises(PinRefused):
        set_pin(session, ask)
    assert ask.all_wiped
    assert session.tries(PinKind.SO).at_most == 10
