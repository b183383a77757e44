"""PIN verbs in the child: one PIN once, the verdict never lost, and "reached" said exactly when it may cost a try."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.pkcs11.child.in_child import said
from tokenmgr.providers.pkcs11.child.pins import buffer, forgotten, wipe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim


def test_buffers_are_wiped_and_requests_forgotten() -> None:
    held, size = buffer(b"123456")
    assert (bytes(held), size.value) == (b"123456", 6)
    wipe(held, None)
    assert bytes(held) == bytes(6)
    assert buffer(None)[0] is None
    pin = bytes(range(65, 75))
    forgotten(pin, None)
    assert pin == bytes(10)


@pytest.mark.parametrize(
    ("call", "verdict", "sent"),
    [("login(who, 'user', PIN)", "right", 1), ("login(who, 'user', BAD)", "wrong", 1),
     ("login(who, 'so', SO_PIN)", "right", 1), ("change(who, 'user', PIN, b'654321')", "right", 1),
     ("change(who, 'user', BAD, b'654321')", "wrong", 1), ("change(who, 'so', SO_PIN, b'12345678')", "right", 2),
     ("change(who, 'so', BAD, b'12345678')", "wrong", 1), ("change(who, 'user', PIN, b'1')", "rules", 1),
     ("set_by_officer(who, SO_PIN, b'654321')", "right", 1), ("set_by_officer(who, BAD, b'654321')", "wrong", 1),
     ("set_by_officer(who, SO_PIN, b'1')", "rules", 1), ("initialise(who, SO_PIN, 'new')", "right", 1),
     ("initialise(who, BAD, 'new')", "wrong", 1)],
)  # fmt: skip
def test_verdicts(shim: Shim, call: str, verdict: str, sent: int) -> None:
    answer, reached = said(shim, f"say([pins.{call}, len(reached)])")
    assert (answer["verdict"], reached) == (verdict, sent)
    wrong_so = "so" if call.startswith(("set", "initialise")) or "'so'" in call else "user"
    assert shim.tries_left("user") == 15 - (verdict == "wrong" and wrong_so == "user")
    assert shim.tries_left("so") == 10 - (verdict == "wrong" and wrong_so == "so")


@pytest.mark.parametrize(
    "call",
    ["login(who, 'puk', PIN)", "login(who, '', PIN)", "change(who, 'puk', PIN, PIN)", "change(who, 'x', PIN, PIN)",
     "unlock_by_puk(who, PIN, PIN)", "challenge(who)", "respond(who, b'12345678', PIN)",
     "initialise(who, SO_PIN, 'x' * 33)"],
)  # fmt: skip
def test_what_cannot_be_is_refused_before_it_is_sent(shim: Shim, call: str) -> None:
    code = f"safenet.can_unlock = False\nsay([outcome(lambda: pins.{call}), len(reached)])"
    assert said(shim, code) == ["unsupported", 0]
    assert not shim.calls("C_Login")


def test_what_a_piv_card_cannot_is_refused_before_it_is_sent(shim: Shim) -> None:
    shim.set(manufacturer="piv_II", model="PIV")
    code = "tried = ['login(who, \"so\", SO_PIN)', 'set_by_officer(who, SO_PIN, PIN)', 'initialise(who, SO_PIN, \"\")',"
    code += " 'change(who, \"so\", SO_PIN, PIN)']\n"
    code += "say([[outcome(lambda: eval('pins.' + each)) for each in tried], len(reached)])"
    assert said(shim, code) == [["unsupported"] * 4, 0]


def test_every_login_proves_the_pin(shim: Shim) -> None:
    code = "say([pins.login(who, 'user', pin)['verdict'] for pin in (PIN, BAD, PIN, PIN, BAD)])"
    assert said(shim, code) == ["right", "wrong", "right", "right", "wrong"]


def test_an_administrator_comes_in_though_a_reading_session_is_open(shim: Shim) -> None:
    code = "slots.session(seat); pins.login(who, 'user', BAD)\nsay(pins.login(who, 'so', SO_PIN)['verdict'])"
    assert said(shim, code) == "right"


def test_nobody_stays_in_after_a_pin_was_set(shim: Shim) -> None:
    code = "state = lambda: slots.logged_in(slots.session(seat))\n"
    code += "pins.set_by_officer(who, SO_PIN, b'654321'); a = state()\n"
    code += "pins.change(who, 'so', SO_PIN, b'12345678'); say([a, state()])"
    assert said(shim, code) == ["", ""]


def test_a_pin_that_is_typed_on_the_reader(shim: Shim, tmp_path: Path) -> None:
    pad = tmp_path / "pad"
    pad.write_text("123456\n654321\n")
    shim.set(pad=pad)
    code = (
        "say([answer['verdict'] for answer in (pins.login(who, 'user', None), pins.change(who, 'user', None, None))])"
    )
    assert said(shim, code) == ["right", "right"]


def test_the_verdict_stands_where_the_reading_fails(shim: Shim) -> None:
    code = (
        "def fail(*_): raise CkError('C_GetTokenInfo', 0x30)\npins._reading = fail\nsay(pins.login(who, 'user', BAD))"
    )
    assert said(shim, code) == {"verdict": "wrong"}


def test_an_error_that_is_no_verdict_is_an_error(shim: Shim) -> None:
    shim.set(fault="C_Login:rv=0x30")
    assert said(shim, "say([outcome(pins.login, who, 'user', PIN), len(reached)])") == [["C_Login", "DEVICE_ERROR"], 1]


def test_behind_opensc_the_old_pin_is_proved_first(shim: Shim) -> None:
    """C_SetPIN without a login may be taken for the PUK there; and what a card says of the new PIN is no verdict."""
    shim.set(fault="C_SetPIN:rv=0x20")
    code = "pins.login_before_change = True\n"
    code += "say([pins.change(who, 'user', old, b'654321')['verdict'] for old in (BAD, PIN)])"
    assert said(shim, code) == ["wrong", "rules"]
    assert (shim.calls("C_Login"), shim.calls("C_SetPIN")) == (2, 1)


def test_flags_are_read_with_the_verdict(shim: Shim) -> None:
    shim.set(user_max=2)
    code = (
        "rows = [pins.login(who, 'user', BAD) for _ in range(2)]\nsay([[row['final'], row['locked']] for row in rows])"
    )
    assert said(shim, code) == [[True, False], [False, True]]
    assert said(shim, "say(pins.reading(who, 'so')['locked'])") is False


def test_a_challenge_is_for_one_token_and_one_answer(safenet: Shim) -> None:
    code = "made = pins.challenge(who)\nwaits = pins.waiting\n"
    code += "say([len(made), waits, outcome(pins.respond, ('a', 'b', 'c'), made, PIN), pins.waiting, len(reached)])"
    assert said(safenet, code) == [8, True, "unsupported", False, 0]


def test_a_response_whose_end_is_lost_still_has_its_verdict(safenet: Shim) -> None:
    """Nothing after the answer can take it back."""
    code = "made = pins.challenge(who)\ndef fail(*_): raise CkError('C_GetSlotList', 5)\n"
    code += "slots.find = fail; pins._reading = fail\nsay(pins.respond(who, bytes(8), PIN))"
    assert said(safenet, code) == {"verdict": "wrong"}


def test_nobody_stays_in_where_the_module_fails_after_the_login(shim: Shim) -> None:
    shim.set(fault="C_SetPIN:rv=0x30")
    code = "failed = outcome(pins.change, who, 'so', SO_PIN, b'87654321')\n"
    code += "say([failed, slots.logged_in(slots.session(seat, writing=True))])"
    assert said(shim, code) == [["C_SetPIN", "DEVICE_ERROR"], ""]
