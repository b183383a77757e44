"""Keys on a card at work: the key that asks each time, the self-test, and what a wrong PIN costs there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.acceptance.cards import PIN, POST, card_in, serial_of
from tests.acceptance.command import FINE, REFUSED, WRONG
from tests.acceptance.figures import never_more

if TYPE_CHECKING:
    from pathlib import Path

    from tests.acceptance.command import CommandLine
    from tests.beds.pcsc import PcscBed, VirtualCard

DOCUMENT = b"what is signed\n"
ASKS_EACH_TIME = "02"


@pytest.fixture
def card(bed: PcscBed) -> VirtualCard:
    return card_in(bed, issuer=POST)


@pytest.fixture
def document(tmp_path: Path) -> str:
    path = tmp_path / "document"
    path.write_bytes(DOCUMENT)
    return str(path)


def public_key(card: VirtualCard, slot: str) -> rsa.RSAPublicKey:
    key = x509.load_der_x509_certificate(bytes.fromhex(card.spec.slots[slot][1])).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    return key


def check(card: VirtualCard, slot: str, answer: dict[str, Any], *, pss: bool = False) -> None:
    """Signed by the key of that slot."""
    way = padding.PSS(padding.MGF1(hashes.SHA256()), 32) if pss else padding.PKCS1v15()
    public_key(card, slot).verify(bytes.fromhex(answer["signature"]), DOCUMENT, way, hashes.SHA256())


@pytest.mark.parametrize("pss", [False, True])
def test_a_signature(card: VirtualCard, run: CommandLine, document: str, pss: bool) -> None:
    options = ("--pss",) if pss else ()
    check(card, "9A", run("sign", document, "--cert", "01", *options, pins=[PIN]).json(), pss=pss)


def test_a_key_that_asks_each_time(card: VirtualCard, run: CommandLine, document: str) -> None:
    check(card, "9C", run("sign", document, "--cert", ASKS_EACH_TIME, pins=[PIN, PIN]).json())
    assert (card.wrong_pins(), card.tries_left()) == (0, 15)


def test_a_wrong_pin_at_its_second_question_costs_one_try(card: VirtualCard, run: CommandLine, document: str) -> None:
    ran = run("sign", document, "--cert", ASKS_EACH_TIME, pins=[PIN, "999999"])
    assert (ran.code, ran.out) == (WRONG, "")
    assert (card.wrong_pins(), card.tries_left()) == (1, 14)
    never_more(ran.tries(), 14)
    assert run.tries(serial_of(card))["at_most"] == 14


def test_a_slip_at_its_second_question_costs_nothing(card: VirtualCard, run: CommandLine, document: str) -> None:
    ran = run("sign", document, "--cert", ASKS_EACH_TIME, pins=[PIN, "９９９９９９"])
    assert (ran.code, card.tries_left(), card.wrong_pins()) == (REFUSED, 15, 0)


def test_the_self_test(card: VirtualCard, run: CommandLine) -> None:
    ran = run("token", "test", pins=[PIN])
    assert ran.code == FINE
    works = {row["id"]: (row["signs"], row["decrypts"], row["trouble"]) for row in ran.json()}
    assert works == {"01": (True, True, ""), "02": (None, None, ""), "03": (None, True, "")}
    assert (card.verifies(), card.wrong_pins()) == (1, 0)
