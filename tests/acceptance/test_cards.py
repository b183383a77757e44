"""Two cards at once behind the reader service and OpenSC: each wrong PIN from the first to the lock, then the PUK."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.cards import (
    LIGHT_INDUSTRY,
    LIGHT_INDUSTRY_PHONE,
    POST,
    POST_PHONE,
    PUK,
    card_in,
    serial_of,
    under_test,
)
from tests.acceptance.command import FINE, LOCKED, REFUSED, WRONG
from tests.acceptance.figures import never_more, shown
from tests.acceptance.tokens import NEW_PIN

if TYPE_CHECKING:
    from tests.acceptance.command import CommandLine
    from tests.acceptance.figures import Figures
    from tests.acceptance.tokens import TokenUnderTest
    from tests.beds.pcsc import PcscBed, VirtualCard


@pytest.fixture
def post(bed: PcscBed) -> VirtualCard:
    return card_in(bed, 0, 0, issuer=POST, pin_tries=15)


@pytest.fixture
def light(bed: PcscBed) -> VirtualCard:
    return card_in(bed, 1, 1, issuer=LIGHT_INDUSTRY, pin_tries=10)


def test_fifteen_tries(post: VirtualCard, light: VirtualCard, run: CommandLine, figures: Figures) -> None:
    lock_and_unlock(post, under_test(post, run, figures), POST_PHONE)
    assert (light.tries_left(), light.verifies()) == (10, 0)


def test_ten_tries(post: VirtualCard, light: VirtualCard, run: CommandLine, figures: Figures) -> None:
    lock_and_unlock(light, under_test(light, run, figures), LIGHT_INDUSTRY_PHONE)
    assert (post.tries_left(), post.verifies()) == (15, 0)


def lock_and_unlock(card: VirtualCard, token: TokenUnderTest, phone: str) -> None:
    token.lock(phone)
    assert all(row["tries"]["certainty"] == "exact" for row in token.run.status().values())
    assert unlock(card, token, "11111111") == WRONG
    assert (card.tries_left(), card.tries_left("puk")) == (0, 2)
    assert unlock(card, token, PUK) == FINE
    assert (card.tries_left(), card.tries_left("puk")) == (card.spec.pin_tries, 3)
    assert token.status()["at_most"] == card.spec.pin_tries
    token.opens(NEW_PIN)


def unlock(card: VirtualCard, token: TokenUnderTest, puk: str) -> int:
    before = card.tries_left("puk")
    ran = token.run("pin", "unlock", "--token", token.serial, pins=[puk, NEW_PIN])
    told = token.run.tries(token.serial, "puk")
    never_more(told, card.tries_left("puk"))
    token.figures.add("pin unlock (PUK)", before, "", ran.code, card.tries_left("puk"), "", shown(told))
    return ran.code


def test_a_puk_can_be_locked_too(light: VirtualCard, run: CommandLine) -> None:
    def unlock(puk: str, *options: str) -> int:
        return run("pin", "unlock", "--token", serial_of(light), *options, pins=[puk, NEW_PIN]).code

    assert [unlock(f"1111111{digit}") for digit in range(3)] == [WRONG, WRONG, LOCKED]
    assert (light.wrong_pins("puk"), light.tries_left()) == (3, 10)
    # The card has no count for its PUK; what the ledger knows may be old, so a person may insist.
    assert [unlock(PUK), unlock(PUK, "--spend-last-try")] == [REFUSED, LOCKED]


def test_the_certificates_of_both_cards(post: VirtualCard, light: VirtualCard, run: CommandLine) -> None:
    rows = run("certs").json()
    for card in (post, light):
        mine = [row for row in rows if row["token"] == serial_of(card)]
        assert [row["id"] for row in mine] == ["01", "02", "03"]
        assert all(row["has_private_key"] and row["key"] == "RSA 2048" for row in mine)
    profiles = {serial: row["profile"] for serial, row in run.status().items()}
    assert profiles == {serial_of(post): "hkpost-safenet", serial_of(light): "clii-bjca"}
