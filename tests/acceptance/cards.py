"""Virtual cards that look like those of real issuers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.acceptance.tokens import TokenUnderTest
from tests.beds.pcsc import numbered_card

if TYPE_CHECKING:
    from tests.acceptance.command import CommandLine
    from tests.acceptance.figures import Figures
    from tests.beds.pcsc import PcscBed, VirtualCard

POST = "C=HK,O=Hongkong Post,CN=Hongkong Post e-Cert CA 1 - 15"
LIGHT_INDUSTRY = "C=CN,O=中国轻工业联合会,OU=BJCA,CN=CLII CA"
POST_PHONE = "2921 6633"
LIGHT_INDUSTRY_PHONE = "010-68396268"
PIN, PUK = "123456", "87654321"


def card_in(bed: PcscBed, number: int = 0, place: int = 0, **differing: Any) -> VirtualCard:
    """A card of its own number, in the reader."""
    card = bed.card(numbered_card(number, **differing), place)
    card.plug()
    return card


def serial_of(card: VirtualCard) -> str:
    """What OpenSC takes for the serial number."""
    return card.spec.guid[-16:]


def under_test(card: VirtualCard, run: CommandLine, figures: Figures) -> TokenUnderTest:
    """The card as a token under test."""
    return TokenUnderTest(run, serial_of(card), PIN, card.tries_left, card.verifies, figures)
