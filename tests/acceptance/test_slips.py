"""What goes wrong between a person and a token: tries spent on the card are wrong PINs typed that reached it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.cards import PIN, POST, card_in, serial_of
from tests.acceptance.command import FAULT, FINE, NO_TOKEN, REFUSED, WRONG
from tests.acceptance.figures import Figures, never_more, shown
from tests.acceptance.terminal import PROMPT, Terminal
from tests.beds.pcsc import numbered_card

if TYPE_CHECKING:
    from tests.acceptance.command import CommandLine
    from tests.beds.pcsc import PcscBed, VirtualCard

#: VERIFY of the PIN with eight bytes in it; a question for the counter has none.
VERIFY_WITH_PIN = "20008008"


@pytest.fixture
def card(bed: PcscBed) -> VirtualCard:
    return card_in(bed, issuer=POST)


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    return Figures(request.node.name, ("slip", "exit", "code", "VERIFYs on the card", "tries left"))


SLIPS = {
    "full-width": "１２３４５６",
    "blank-at-edge": "123456 ",
    "control-character": "123\t456",
    "too-short": "123",
    "too-long": "123456789",
    "empty": "",
}


def test_slips_of_the_fingers_cost_nothing(card: VirtualCard, run: CommandLine, figures: Figures) -> None:
    for rule, typed in SLIPS.items():
        ran = run("token", "test", pins=[typed])
        figures.add(rule, ran.code, ran.error()["rule"], card.verifies(), card.tries_left())
        assert (ran.code, ran.error()["code"], ran.error()["rule"]) == (REFUSED, "pin-refused", rule)
    print(figures)  # noqa: T201 - for whoever looks with -s
    assert (card.verifies(), card.tries_left()) == (0, 15)


def test_a_new_pin_against_the_rules_costs_nothing(card: VirtualCard, run: CommandLine) -> None:
    for new in ("１２３４５６", "12", "123456", ""):
        assert run("pin", "change", pins=[PIN, new]).code == REFUSED
    assert (card.verifies(), card.tries_left()) == (0, 15)


def test_a_card_pulled_at_the_prompt(card: VirtualCard, run: CommandLine) -> None:
    terminal = Terminal(run, "token", "test")
    terminal.wait_for(PROMPT)
    card.pull()
    terminal.type("999999")
    assert terminal.end() == NO_TOKEN, terminal.text
    assert "999999" not in terminal.text
    card.plug()
    assert (card.verifies(), run.tries(serial_of(card))["at_most"]) == (0, 15)


@pytest.mark.parametrize("verb", ["token test", "pin change"])
def test_another_card_in_the_reader_at_the_prompt(card: VirtualCard, bed: PcscBed, run: CommandLine, verb: str) -> None:
    other = bed.card(numbered_card(1, issuer=POST))
    terminal = Terminal(run, *verb.split())
    terminal.wait_for(PROMPT)
    card.swap(other)
    terminal.type(PIN)
    while terminal.wait_for(PROMPT):
        terminal.type("246813")
    assert terminal.end() in {NO_TOKEN, REFUSED}, terminal.text
    assert (other.verifies(), card.verifies()) == (0, 0)


def test_the_same_card_pushed_in_again_at_the_prompt(card: VirtualCard, run: CommandLine) -> None:
    terminal = Terminal(run, "token", "test")
    terminal.wait_for(PROMPT)
    card.pull()
    card.plug()
    terminal.type("999999")
    assert terminal.end() in {WRONG, NO_TOKEN}, terminal.text
    assert card.verifies() == 15 - card.tries_left()


@pytest.mark.parametrize("answer", ["no", "0001"])
def test_the_last_try_has_to_be_confirmed(bed: PcscBed, run: CommandLine, answer: str) -> None:
    card = card_in(bed, pin_tries=1)
    terminal = Terminal(run, "token", "test")
    terminal.wait_for(PROMPT)
    terminal.type(PIN)
    terminal.wait_for(PROMPT)
    terminal.type(answer)
    confirmed = answer == "0001"
    assert terminal.end() == (FINE if confirmed else REFUSED), terminal.text
    assert (card.verifies() > 0, card.tries_left()) == (confirmed, 1)


@pytest.mark.parametrize("after", [False, True])
def test_a_card_pulled_in_the_middle_of_a_try(card: VirtualCard, run: CommandLine, *, after: bool) -> None:
    card.die_at(1, VERIFY_WITH_PIN, after=after)
    ran = run("token", "test", pins=["999999"])
    assert ran.code in {NO_TOKEN, FAULT}, ran
    assert card.verifies() == int(after)
    card.plug()
    tries = run.tries(serial_of(card))
    never_more(tries, card.tries_left())
    assert (tries["certainty"], card.tries_left()) == ("exact", 15 - after), shown(tries)


def test_wrong_pins_typed_are_tries_spent(card: VirtualCard, run: CommandLine) -> None:
    """Wrong and right ones, and slips, in turn."""
    codes = [run("token", "test", pins=[pin]).code for pin in ("999999", SLIPS["full-width"], "999998", "12345 ")]
    assert codes == [WRONG, REFUSED, WRONG, REFUSED]
    assert (card.verifies(), card.tries_left()) == (2, 13)
    assert run("token", "test", pins=[PIN]).code == FINE
    assert (card.wrong_pins(), card.tries_left()) == (2, 15)
