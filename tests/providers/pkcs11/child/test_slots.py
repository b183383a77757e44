"""Which token is where, and the sessions on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.providers.pkcs11.child.in_child import said
from tokenmgr.providers.pkcs11.child.cryptoki import UNAVAILABLE
from tokenmgr.providers.pkcs11.child.slots import known

if TYPE_CHECKING:
    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm


def test_numbers_that_mean_nothing() -> None:
    assert [known(0), known(16), known(UNAVAILABLE), known(1 << 62)] == [0, 16, None, None]


def test_a_session_is_kept_and_a_writing_one_also_reads(hsm: SoftHsm) -> None:
    code = "read = slots.session(seat); write = slots.session(seat, writing=True)\n"
    code += "say([read == slots.session(seat), write == slots.session(seat, writing=True), read != write])\n"
    assert said(hsm, code) == [True, True, True]
    code = "write = slots.session(seat, writing=True)\nsay(slots.session(seat) == write)"
    assert said(hsm, code) is True


def test_a_dead_session_is_replaced(hsm: SoftHsm) -> None:
    code = "first = slots.session(seat); module.result('C_CloseSession', c_ulong(first))\n"
    code += "say(slots.logged_in(slots.session(seat)))"
    assert said(hsm, code) == ""


def test_who_is_logged_in(hsm: SoftHsm) -> None:
    code = "pins.login(who, 'user', PIN); a = slots.logged_in(slots.session(seat))\n"
    code += (
        "pins.login(who, 'so', SO_PIN); say([a, slots.logged_in(slots.session(seat)), sorted(slots.flags(seat.slot))])"
    )
    user, officer, flags = said(hsm, code)
    assert (user, officer) == ("user", "so")
    assert {"initialised", "user-pin-set"} <= set(flags)


def test_a_broken_slot_is_passed_over(shim: Shim) -> None:
    shim.set(badslot=2)
    assert said(shim, "say([seat.slot in module.slots(), len(module.slots()), len(slots.seats())])") == [True, 4, 2]


def test_another_token_in_the_same_place_is_noticed(shim: Shim) -> None:
    """Between the look and the session somebody changed it: what was opened is closed again."""
    code = "slots._check(seat); told = []\n"
    code += "slots.on_change.append(lambda: told.append(1))\n"
    code += "other = type(seat)(seat.slot, seat.reader, slots.seats()[1].info)\n"
    code += "say([outcome(slots.session, other), slots._sessions == {}, bool(told)])"
    assert said(shim, code) == ["swapped", True, True]
    assert shim.calls("C_CloseAllSessions")


def test_a_stranger_is_gone(hsm: SoftHsm) -> None:
    assert said(hsm, "say(outcome(slots.find, ('a', 'b', 'c')))") == "gone"


def test_a_session_that_turns_out_dead_is_not_offered_again(shim: Shim) -> None:
    shim.set(fault="C_SignInit:rv=0xb3@1")
    code = "pins.login(who, 'user', PIN)\n"
    code += "sign = lambda: outcome(signing.sign, who, b'\\1', bytes(32), 'rsa-pkcs1', 'sha256')\n"
    code += "say([sign(), slots._sessions == {}, sign()])"
    answer, empty, again = said(shim, code)
    assert (answer, empty) == (["C_SignInit", "SESSION_HANDLE_INVALID"], True)
    assert again == "login-needed"


def test_the_first_who_asks_gets_what_was_looked_up_ahead(shim: Shim) -> None:
    code = "slots.look_ahead()\nfirst = slots._ahead\n"
    code += "say([slots.seats_at_first() is first, slots.seats_at_first() is first])"
    assert said(shim, code) == [True, False]


def test_what_was_looked_up_too_long_ago_is_looked_up_afresh(shim: Shim) -> None:
    code = "slots.look_ahead()\nfirst = slots._ahead\nslots._listed_at -= 1\nsay(slots.seats_at_first() is first)"
    assert said(shim, code) is False


def test_what_went_wrong_ahead_is_told_to_the_first_who_asks(shim: Shim) -> None:
    code = (
        "from tokenmgr.providers.pkcs11.child.codes import Failure\n"
        "def refuse(): raise Failure('garbled')\n"
        "usual, slots.seats = slots.seats, refuse\n"
        "slots.look_ahead()\n"
        "slots.seats = usual\n"
        "try: slots.seats_at_first()\n"
        "except Failure as failure: say([failure.word, len(slots.seats_at_first())])"
    )
    assert said(shim, code) == ["garbled", 2]


def test_a_number_that_another_slot_has_now_is_not_taken_for_an_old_session(hsm: SoftHsm) -> None:
    """As after a pull behind a module that gives the numbers of dead sessions out again."""
    code = "first = slots.session(seat)\nslots._cryptoki.session_slot = lambda _number: seat.slot + 1\n"
    code += "say(slots.session(seat) != first)"
    assert said(hsm, code) is True


def test_each_time_that_a_token_was_out_is_another_insertion(shim: Shim) -> None:
    code = "count = lambda: (slots.seats(), slots.insertions[who])[1]\nfirst = count()\n"
    code += "slots.session(seat); again = count()\n"
    code += "slots._cryptoki.result('C_CloseAllSessions', seat.slot)  # as a quick pull does\nquick = count()\n"
    code += "slots._note([]); slow = count()\nsay([first, again, quick, slow, slots._sessions == {}])"
    assert said(shim, code) == [0, 0, 1, 2, True]


def test_two_tokens_of_one_name_in_two_readers_are_neither(hsm: SoftHsm) -> None:
    code = "from tokenmgr.providers.pkcs11.child.slots import Seat, the_one\n"
    code += "other = Seat(seat.slot, 'another reader', seat.info); same = Seat(seat.slot + 1, seat.reader, seat.info)\n"
    code += "say([outcome(the_one, [seat, other], who), the_one([seat, same], who) is seat, the_one([], who)])"
    assert said(hsm, code) == ["twins", True, None]
