"""Change a PIN: in which order, and what is never done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.actions.conftest import Answers
from tests.practising import CLII, HK, NEW, PIN
from tokenmgr.actions.change_pin import change_pin
from tokenmgr.model.errors import Cancelled, PinRefused, TokenError, WrongPin
from tokenmgr.model.pin import PinAnswer, PinKind, PinReading, Verdict
from tokenmgr.model.token import TokenFlag

if TYPE_CHECKING:
    from tokenmgr.model.pin import Pin
    from tokenmgr.session.desk import Desk


def test_current_then_new(desk: Desk) -> None:
    ask = Answers(PIN[CLII], NEW)
    change_pin(desk.inventory.find(CLII), PinKind.USER, ask)
    assert ask.asked == ["user change-pin", "new user"]
    assert ask.all_wiped
    assert not desk.inventory.find(CLII).reading().must_change


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (("nothere0", NEW), WrongPin),
        ((PIN[HK],), Cancelled),
        ((), Cancelled),
        ((PIN[HK], PIN[HK]), PinRefused),
        ((PIN[HK], "1"), PinRefused),
    ],
)
def test_whatever_happens_the_pins_are_wiped(desk: Desk, typed: tuple[str, ...], error: type[TokenError]) -> None:
    ask = Answers(*typed)
    with pytest.raises(error):
        change_pin(desk.inventory.find(HK), PinKind.USER, ask)
    assert ask.all_wiped
    left = desk.inventory.find(HK).tries().at_most
    assert left == (14 if error is WrongPin else 15)


def test_on_a_reader_with_keys_nothing_is_asked_here(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = desk.inventory.find(HK)
    session.insertion.renew(session.token._replace(flags=session.token.flags | {TokenFlag.PIN_PAD}))
    sent: list[tuple[Pin | None, Pin | None]] = []

    def change(_self: object, _token: object, _kind: PinKind, old: Pin | None, new: Pin | None) -> PinAnswer:
        sent.append((old, new))
        return PinAnswer(Verdict.RIGHT, PinReading())

    assert session.provider.pin
    monkeypatch.setattr(type(session.provider.pin), "change", change)
    ask = Answers()
    change_pin(session, PinKind.USER, ask)
    assert (ask.asked, sent) == (["pad user"], [(None, None)])
