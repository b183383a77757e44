"""The virtual card against the real reader service and the real OpenSC: what it counts is what truly happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from tests.beds.card import Piv, Secret, private_operation
from tests.beds.pcsc import PcscBed, VirtualCard, available, numbered_card, opensc_module, pooled_key

if TYPE_CHECKING:
    from collections.abc import Iterator

needs_bed = pytest.mark.skipif(bool(available()), reason=f"virtual readers: {available()}")

PRELUDE = """
import json, sys, pkcs11
from pkcs11 import Attribute, Mechanism, ObjectClass, TokenFlag

library = pkcs11.lib(sys.argv[1])
WATCHED = TokenFlag.USER_PIN_COUNT_LOW, TokenFlag.USER_PIN_FINAL_TRY, TokenFlag.USER_PIN_LOCKED

def tokens():
    return [slot.get_token() for slot in library.get_slots(token_present=True)]

def flags():
    return [flag.name for flag in WATCHED if flag in tokens()[0].flags]

def outcome(act, *arguments, **named):
    try:
        act(*arguments, **named)
    except pkcs11.PKCS11Error as fault:
        return type(fault).__name__
    return "done"

def login(pin):
    return outcome(lambda: tokens()[0].open(user_pin=pin).close())

def key(session, number, kind=ObjectClass.PRIVATE_KEY):
    return next(iter(session.get_objects({Attribute.CLASS: kind, Attribute.ID: bytes([number])})))

def say(value):
    print(json.dumps(value), flush=True)

def heard():
    return sys.stdin.readline()
"""


class Client:
    """A program that uses OpenSC's module through python-pkcs11, in a process of its own."""

    def __init__(self, bed: PcscBed, code: str, *, unblock: bool = False) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PRELUDE + code, str(opensc_module())],
            env={**os.environ, **bed.env(unblock=unblock)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def said(self) -> Any:
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())

    def go_on(self) -> Any:
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.said()

    def end(self) -> None:
        self.process.communicate(timeout=10)


def said(bed: PcscBed, code: str, *, unblock: bool = False) -> Any:
    client = Client(bed, code, unblock=unblock)
    answer = client.said()
    client.end()
    return answer


@pytest.fixture(scope="module")
def whole_bed() -> Iterator[PcscBed]:
    with PcscBed() as bed:
        yield bed


@pytest.fixture
def bed(whole_bed: PcscBed) -> Iterator[PcscBed]:
    yield whole_bed
    whole_bed.clear()


def plugged(bed: PcscBed, number: int = 0, place: int = 0, **differing: Any) -> VirtualCard:
    card = bed.card(numbered_card(number, **differing), place)
    card.plug()
    return card


def count_asked(bed: PcscBed) -> str:
    """The status word of an empty VERIFY, asked by a program that knows no PKCS#11."""
    select, verify = "00A404000BA000000308000010000100", "00200080"
    command = ["opensc-tool", "--reader", "0", "--send-apdu", select, "--send-apdu", verify]
    run = subprocess.run(command, env={**os.environ, **bed.env()}, capture_output=True, text=True, check=True)
    last = run.stdout.strip().splitlines()[-1]
    return last.partition("SW1=0x")[2].replace(", SW2=0x", "")[:4]


@needs_bed
@pytest.mark.parametrize("limit", [15, 10])
def test_each_wrong_pin_costs_one_try_until_the_card_locks(bed: PcscBed, limit: int) -> None:
    card = plugged(bed, pin_tries=limit)
    client = Client(bed, "while True:\n    say([login('999999'), flags()])\n    heard()")
    seen = [client.said()] + [client.go_on() for _ in range(limit - 2)]
    assert seen == [["PinIncorrect", []]] * (limit - 2) + [["PinIncorrect", ["USER_PIN_FINAL_TRY"]]]
    assert (card.tries_left(), card.wrong_pins()) == (1, limit - 1)
    assert client.go_on() == ["PinLocked", ["USER_PIN_LOCKED"]]
    assert client.go_on() == ["PinLocked", ["USER_PIN_LOCKED"]]
    client.process.kill()
    client.end()
    assert (card.tries_left(), card.wrong_pins()) == (0, limit)
    assert said(bed, "say(login('123456'))") == "PinLocked"
    assert card.tries_left() == 0


@needs_bed
def test_the_right_pin_gives_all_tries_back(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=10)
    assert said(bed, "say([login('999999'), login('888888'), login('123456')])") == [
        "PinIncorrect", "PinIncorrect", "done",
    ]  # fmt: skip
    assert (card.tries_left(), card.wrong_pins(), card.verifies()) == (10, 2, 3)


@needs_bed
def test_asking_for_the_counter_tells_it_and_costs_nothing(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=10)
    assert count_asked(bed) == "63CA"
    said(bed, "say([login('999999') for _ in range(3)])")
    assert count_asked(bed) == "63C7"
    assert (card.tries_left(), card.verifies()) == (7, 3)


@needs_bed
def test_each_key_does_its_work(bed: PcscBed) -> None:
    plugged(bed)
    secret = pooled_key(2).public_key().encrypt(b"for the card only", padding.PKCS1v15())
    signed, fresh, opened = said(
        bed,
        f"""
with tokens()[0].open(user_pin="123456") as session:
    hashed = Mechanism.SHA256_RSA_PKCS
    signed = key(session, 1).sign(b"a document", mechanism=hashed)
    fresh = key(session, 2).sign(b"a document", mechanism=hashed, pin="123456")
    opened = key(session, 3).decrypt(bytes.fromhex("{secret.hex()}"), mechanism=Mechanism.RSA_PKCS)
    say([signed.hex(), fresh.hex(), opened.hex()])
""",
    )
    for number, signature in enumerate((signed, fresh)):
        public = pooled_key(number).public_key()
        public.verify(bytes.fromhex(signature), b"a document", padding.PKCS1v15(), hashes.SHA256())
    assert bytes.fromhex(opened) == b"for the card only"


@needs_bed
def test_a_wrong_pin_for_the_key_that_always_asks_costs_a_try(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=10)
    result = said(
        bed,
        """
session = tokens()[0].open(user_pin="123456")
say(outcome(key(session, 2).sign, b"a document", mechanism=Mechanism.SHA256_RSA_PKCS, pin="999999"))
""",
    )
    assert result == "PinIncorrect"
    assert (card.tries_left(), card.wrong_pins()) == (9, 1)


@needs_bed
def test_the_puk_frees_a_locked_pin(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=3)
    assert said(bed, "say([login('999999') for _ in range(3)])")[-1] == "PinLocked"
    unlock = "say(outcome(tokens()[0].open(rw=True).set_pin, {!r}, '654321'))"
    assert said(bed, unlock.format("11111111"), unblock=True) == "PinIncorrect"
    assert (card.tries_left("puk"), card.tries_left()) == (2, 0)
    assert said(bed, unlock.format("87654321"), unblock=True) == "done"
    assert (card.tries_left("puk"), card.tries_left()) == (3, 3)
    assert said(bed, "say(login('654321'))") == "done"


@needs_bed
def test_without_the_special_setting_the_puk_is_not_tried(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=3)
    said(bed, "say([login('999999') for _ in range(3)])")
    said(bed, "say(outcome(tokens()[0].open(rw=True).set_pin, '11111111', '654321'))")
    assert (card.tries_left("puk"), card.tries_left()) == (3, 0)


@needs_bed
@pytest.mark.parametrize(("login_first", "puk_left"), [(False, 2), (True, 3)])
def test_with_it_a_change_without_login_burns_a_puk_try(bed: PcscBed, login_first: bool, puk_left: int) -> None:
    card = plugged(bed)
    pin = ", user_pin='123456'" if login_first else ""
    said(bed, f"say(outcome(tokens()[0].open(rw=True{pin}).set_pin, '123456', '654321'))", unblock=True)
    assert card.tries_left("puk") == puk_left


@needs_bed
def test_pkcs15_tool_changes_the_pin(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=10)
    for old, code in (("999999", 3), ("123456", 0)):
        command = ["pkcs15-tool", "--change-pin", "--pin", old, "--new-pin", "654321"]
        run = subprocess.run(command, env={**os.environ, **bed.env()}, capture_output=True, check=False)
        assert run.returncode == code
    assert (card.tries_left(), card.wrong_pins()) == (10, 1)
    assert said(bed, "say(login('654321'))") == "done"


@needs_bed
def test_two_cards_at_once_show_their_own_serials_and_issuers(bed: PcscBed) -> None:
    first = plugged(bed, 0, 0, issuer="CN=Hongkong Post e-Cert CA 1 - 15,O=Hongkong Post,C=HK", slots=("9A",))
    second = plugged(bed, 1, 1, issuer="CN=BJCA Practice,O=BJCA,C=CN", slots=("9A", "9D"), pin_tries=10)
    seen = said(
        bed,
        """
say([[token.serial.decode(), [found[Attribute.VALUE].hex() for found in
      token.open().get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})]] for token in tokens()])
""",
    )
    assert [[serial, len(found)] for serial, found in seen] == [["0" * 15 + "1", 1], ["0" * 15 + "2", 2]]
    names = [x509.load_der_x509_certificate(bytes.fromhex(found[0])).issuer for _, found in seen]
    assert "Hongkong Post e-Cert CA 1 - 15" in names[0].rfc4514_string()
    assert "BJCA" in names[1].rfc4514_string()
    assert said(bed, "say(outcome(lambda: tokens()[1].open(user_pin='999999')))") == "PinIncorrect"
    assert (first.tries_left(), second.tries_left()) == (15, 9)


@needs_bed
def test_counters_outlive_pulling(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=10)
    client = Client(bed, "say(login('999999'))\nwhile heard():\n    say([t.serial.decode() for t in tokens()])")
    assert client.said() == "PinIncorrect"
    card.pull()
    assert client.go_on() == []
    card.plug()
    assert client.go_on() == ["0" * 15 + "1"]
    card.swap(bed.card(numbered_card(1)))
    assert client.go_on() == ["0" * 15 + "2"]
    client.end()
    assert (card.tries_left(), card.is_in()) == (9, False)


@needs_bed
def test_a_try_counts_although_the_answer_was_lost(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=10)
    client = Client(bed, "token = tokens()[0]\nsay(0)\nheard()\nsay(outcome(token.open, user_pin='999999'))")
    client.said()
    card.die_at(1, "200080", after=True)
    assert client.go_on() in ("DeviceRemoved", "TokenNotPresent", "DeviceError", "GeneralError")
    client.end()
    assert (card.tries_left(), card.is_in()) == (9, False)


@needs_bed
def test_pulled_before_the_pin_arrives_no_try_is_spent(bed: PcscBed) -> None:
    card = plugged(bed, pin_tries=10)
    client = Client(bed, "token = tokens()[0]\nsay(0)\nheard()\nsay(outcome(token.open, user_pin='999999'))")
    client.said()
    card.die_at(1, "200080")
    assert client.go_on() != "PinIncorrect"
    client.end()
    assert (card.tries_left(), card.verifies()) == (10, 0)


@needs_bed
def test_a_slow_card_is_slow_and_the_log_holds_no_data(bed: PcscBed) -> None:
    card = plugged(bed, pin="31415926")
    card.slow(0.05)
    start = time.monotonic()
    assert count_asked(bed) == "63CF"
    assert time.monotonic() - start > 0.1
    card.slow(0)
    said(bed, "say(login('31415926'))")
    assert {len(entry) for entry in card.apdus()} == {6}


def test_the_bare_rsa_operation_is_exact_both_ways() -> None:
    key = pooled_key(0)
    numbers = key.private_numbers()
    signing = b"\x00\x01" + b"\xff" * 202 + b"\x00" + bytes(range(51))
    for block in (signing, b"\x00\x02" + bytes(range(1, 255)), b"\x3c" * 256):
        expected = pow(int.from_bytes(block, "big"), numbers.d, numbers.public_numbers.n)
        assert private_operation(key, block) == expected.to_bytes(256, "big")


def test_a_key_answers_only_after_its_pin() -> None:
    card = Piv(numbered_card(0, slots=("9A", "9C", "9D", "9E")))
    block = b"\x00\x01" + b"\xff" * 202 + b"\x00" + bytes(51)
    ask = b"\x7c\x82\x01\x06\x82\x00\x81\x82\x01\x00" + block

    def use(slot: int) -> bytes:
        head = bytes([0x00, 0x87, 0x07, slot, 0x00]) + len(ask).to_bytes(2, "big")
        return card.answer(head + ask + b"\x00\x00")[-2:]

    pin = bytes.fromhex("0020008008") + b"123456\xff\xff"
    assert [use(slot).hex() for slot in (0x9A, 0x9C, 0x9D, 0x9E)] == ["6982", "6982", "6982", "9000"]
    assert card.answer(pin) == b"\x90\x00"
    assert [use(slot).hex() for slot in (0x9C, 0x9C, 0x9A, 0x9D)] == ["9000", "6982", "9000", "9000"]
    card.power()
    assert use(0x9A).hex() == "6982"


def test_a_malformed_new_pin_costs_no_try() -> None:
    card = Piv(numbered_card(0, slots=("9A",)))
    old = b"999999\xff\xff"
    assert card.answer(bytes.fromhex("0024008010") + old + b"12345\xff\xff\xff").hex() == "6a80"
    assert card.answer(bytes.fromhex("0024008010") + old + b"654321\xff\xff").hex() == "63ce"


def test_the_counter_falls_before_the_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = Secret("123456", 3)
    left_at_comparison = []

    def compare(given: bytes, value: bytes) -> bool:
        left_at_comparison.append(secret.left)
        return given == value

    monkeypatch.setattr("tests.beds.card.hmac.compare_digest", compare)
    assert secret.matches(b"123456\xff\xff")
    assert (left_at_comparison, secret.left) == ([2], 3)
