"""Tokens as the other side gets to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.pkcs11.child.in_child import said
from tokenmgr.model.token import Ability
from tokenmgr.providers.pkcs11.child.tokens import is_piv

if TYPE_CHECKING:
    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm


@pytest.mark.parametrize(
    ("manufacturer", "model", "piv"),
    [("piv_II", "PKCS#15 emulated", True), ("Yubico (www.yubico.com)", "YubiKey YK5", True),
     ("SafeNet, Inc.", "eToken", False), ("", "", False)],
)  # fmt: skip
def test_which_cards_are_spoken_to_past_their_module(manufacturer: str, model: str, piv: bool) -> None:
    assert is_piv(manufacturer, model) is piv


def test_a_row(hsm: SoftHsm) -> None:
    row = said(hsm, "say(listing(slots, safenet)[0])")
    assert (row["label"], row["pin_min"], row["pin_max"], row["firmware"]) == ("card", 4, 255, "2.6")
    assert row["total_public"] is None
    assert {Ability(word) for word in row["abilities"]} == {
        Ability.SIGN, Ability.CHANGE_PIN, Ability.CHANGE_SO_PIN, Ability.UNLOCK_BY_SO, Ability.INITIALISE,
        Ability.STORE, Ability.MAKE_KEYS,
    }  # fmt: skip


def test_one_token_in_two_slots_is_one_token(hsm: SoftHsm) -> None:
    code = "twice = slots.seats() * 2\nslots.seats = lambda: twice\nsay(len(listing(slots, safenet)))"
    assert said(hsm, code) == 2


def test_not_more_than_the_other_side_takes(hsm: SoftHsm) -> None:
    code = "rows = [type(seat)(0, '', type(seat.info).from_buffer_copy(seat.info)) for _ in range(300)]\n"
    code += "for n, one in enumerate(rows): one.info.serial[:] = f'{n:016}'.encode()\n"
    code += "slots.seats = lambda **_: rows\nsay(len(listing(slots, safenet)))"
    assert said(hsm, code) == 256


def test_the_challenge_is_claimed_where_the_vendors_functions_are(safenet: Shim) -> None:
    assert "unlock-by-challenge" in said(safenet, "say(abilities(seat, safenet))")
