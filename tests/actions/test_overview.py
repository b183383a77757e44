"""The worst thing there is to say about a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.practising import CLII, HK, NETCA
from tokenmgr.actions.overview import State, look_at, state_of
from tokenmgr.model.errors import TokenGone
from tokenmgr.model.pin import Certainty, PinReading, TriesLeft, Why
from tokenmgr.model.token import Token, TokenFlag, TokenId
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk


def token(*flags: TokenFlag) -> Token:
    return Token(TokenId("m", "m", "s"), "l", "practice", flags=frozenset(flags))


def tries(at_most: int | None, limit: int | None = 15) -> TriesLeft:
    return TriesLeft(at_most, Certainty.AT_MOST, Why.LEDGER, limit)


READY = token(TokenFlag.INITIALISED)


@pytest.mark.parametrize(
    ("about", "reading", "left", "state"),
    [
        (READY, PinReading(), tries(15), State.OK),
        (READY, PinReading(), tries(None), State.OK),
        (READY, PinReading(), tries(6), State.OK),
        (READY, PinReading(), tries(5), State.LOW),
        (READY, PinReading(), tries(3, 3), State.OK),
        (READY, PinReading(low=True), tries(None), State.LOW),
        (READY, PinReading(must_change=True), tries(5), State.MUST_CHANGE),
        (READY, PinReading(is_set=False), tries(15), State.PIN_NOT_SET),
        (READY, PinReading(must_change=True), tries(1), State.LAST_TRY),
        (READY, PinReading(locked=True), tries(1), State.LOCKED),
        (READY, PinReading(), tries(0), State.LOCKED),
        (token(), PinReading(locked=True), tries(0), State.NOT_INITIALISED),
    ],
)
def test_state(about: Token, reading: PinReading, left: TriesLeft, state: State) -> None:
    assert state_of(about, reading, left) is state


def test_at_a_glance(desk: Desk) -> None:
    seen = {serial: look_at(desk.inventory.find(serial)) for serial in (HK, CLII, NETCA)}
    assert [each.state for each in seen.values()] == [State.OK, State.MUST_CHANGE, State.OK]
    assert {each.profile.id for each in seen.values() if each.profile} == {"hkpost-safenet", "clii-bjca", "netca"}


def test_a_token_that_does_not_answer_is_still_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(self: TokenSession, *_: object) -> None:
        raise TokenGone(self.token.id)

    monkeypatch.setattr(TokenSession, "reading", gone)
    seen = look_at(desk.inventory.find(HK))
    assert (seen.state, seen.tries.at_most, seen.fault.code if seen.fault else "") == (
        State.UNKNOWN,
        None,
        "token-gone",
    )
