"""The vendor's extension: counters, policy and challenge, each of which may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.providers.pkcs11.child.in_child import said

if TYPE_CHECKING:
    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm

COUNTERS = "say(safenet.counters(slots.session(seat)))"


def test_the_counters(safenet: Shim) -> None:
    assert said(safenet, COUNTERS) == {"user": 15, "so": 10, "user_max": 15, "so_max": 10, "must_change": 0}
    assert said(safenet, f"pins.login(who, 'user', BAD)\n{COUNTERS}")["user"] == 14


def test_a_reading_with_a_counter(safenet: Shim) -> None:
    safenet.set(must_change=1)
    row = said(safenet, "say(pins.login(who, 'user', BAD))")
    assert (row["exact"], row["limit"], row["source"], row["must_change"]) == (14, 15, "vendor-counter", True)


def test_what_the_token_does_not_have_is_left_out(safenet: Shim) -> None:
    safenet.set(feature="RETRY_USER=none")
    assert "user" not in said(safenet, COUNTERS)
    assert "exact" not in said(safenet, "say(pins.reading(who, 'user'))")


def test_counters_beyond_reason_are_left_out(safenet: Shim) -> None:
    for feature in ("RETRY_USER=16", f"RETRY_USER_MAX={2**63}", f"RETRY_USER={2**64 - 1}"):
        safenet.set(feature=feature)
        assert "exact" not in said(safenet, "say(pins.reading(who, 'user'))")


def test_the_policy(safenet: Shim) -> None:
    assert said(safenet, "say(pins.policy(who))") == {}
    safenet.set(policy="MIN_LEN=6,MAX_LEN=16,NUMBERS=2,HISTORY_SIZE=3")
    policy = said(safenet, "say(pins.policy(who))")
    assert (policy["min_length"], policy["max_length"], policy["digit"], policy["history"]) == (6, 16, 2, 3)


def test_the_challenge_is_answered_once(safenet: Shim) -> None:
    code = "session = slots.session(seat, writing=True); made = safenet.challenge(session)\n"
    code += "say([len(made), safenet.respond(session, bytes(8), PIN), safenet.respond(session, bytes(8), PIN)])"
    assert said(safenet, code) == [8, 0xA0, 0x91]


def test_a_length_that_cannot_be(safenet: Shim) -> None:
    code = "def lie(session, buffer, size): size._obj.value = 1 << 40; return 0\n"
    code += "safenet._extension = lambda name: lie\nsay(outcome(safenet.challenge, slots.session(seat)))"
    assert said(safenet, code) == "garbled"


def test_other_modules_have_none_of_it(hsm: SoftHsm) -> None:
    code = "session = slots.session(seat)\n"
    code += "say([safenet.present, safenet.can_unlock, safenet.counters(session), outcome(safenet.challenge, session)])"
    assert said(hsm, code) == [False, False, {}, "unsupported"]
