"""The vendor's extension in the shim: true counters as attributes, and unlocking by challenge and response."""

from typing import Any

import pytest

from tests.beds import barecalls
from tests.beds.barecalls import Step
from tests.beds.shim import Shim
from tests.beds.shim_steps import BAD, LOCKED, OK, PIN, SO_PIN, START, USE, WRONG, answers, session

TOKEN_FEATURE = [[0, 5], [0x300, 0x80005002]]
POLICY_FEATURE = [[0, 5], [0x300, 0x80005003]]
RETRY_USER, RETRY_USER_MAX, UNLOCK_COUNT = 0x80001110, 0x80001112, 0x80001142
TOKEN_OBJECT, POLICY_OBJECT = 0x7E000001, 0x7E000002
ABSENT = 2**64 - 1


def test_the_true_counter_is_an_attribute(keyed: Shim) -> None:
    keyed.set(safenet=1)
    got = session(
        keyed,
        ["find", TOKEN_FEATURE],
        ["login", "user", BAD],
        ["attributes", TOKEN_OBJECT, [RETRY_USER, RETRY_USER_MAX, 0x8000110A]],
    )
    rv, values = got[2]
    serial = answers(keyed, USE, ["token"])[1][4]
    assert got[:2] == [[OK, 1, [TOKEN_OBJECT]], WRONG]
    assert (rv, values) == (OK, [number(14), number(15), serial.encode().hex()])


def number(value: int) -> str:
    return value.to_bytes(8, "little").hex()


def test_feature_objects_come_only_when_asked_for(keyed: Shim) -> None:
    keyed.set(safenet=1, policy="MIN_LEN=6")
    got = session(keyed, ["find", [[0x300, 0x80005002]]], ["find", []], ["find", [[0, 5]]], ["find", [[0, 5]], 1])
    assert got[0] == [OK, 0, []]
    assert got[1][1] == 1
    assert TOKEN_OBJECT not in got[1][2]
    assert got[2] == [OK, 2, [TOKEN_OBJECT, POLICY_OBJECT]]
    assert got[3] == [OK, 1, [TOKEN_OBJECT]]


def test_without_the_extension_there_is_no_feature_object(keyed: Shim) -> None:
    got = session(keyed, ["find", TOKEN_FEATURE], ["get_challenge"])
    assert got == [[OK, 0, []], [0x54, 8]]


def test_attributes_answer_each_for_itself(keyed: Shim) -> None:
    keyed.set(safenet=1, feature="RETRY_USER=99,FIPS=none")
    got = session(
        keyed,
        ["lengths", TOKEN_OBJECT, [RETRY_USER, 0x8000111E, 0x80001101]],
        ["attributes", TOKEN_OBJECT, [0x12345678, RETRY_USER]],
        ["attributes", TOKEN_OBJECT, [RETRY_USER], 4],
    )
    assert got == [[0x12, [8, ABSENT, 4]], [0x12, [ABSENT, number(99)]], [0x150, [ABSENT]]]


def test_the_pin_policy_is_as_set_and_absent_if_not(keyed: Shim) -> None:
    keyed.set(safenet=1)
    assert session(keyed, ["find", POLICY_FEATURE]) == [[OK, 0, []]]
    keyed.set(policy="MIN_LEN=6,MAX_LEN=16,NUMBERS=2")
    got = session(keyed, ["find", POLICY_FEATURE], ["attributes", POLICY_OBJECT, [0x80001202, 0x8000120F, 0x8000120B]])
    assert got == [[OK, 1, [POLICY_OBJECT]], [0x12, [number(6), number(16), ABSENT]]]


# Challenge and response


def unlock(shim: Shim, *steps: Step, right: bool = True) -> list[Any]:
    def answer(challenge: bytes) -> bytes:
        return shim.respond(challenge if right else challenge[::-1])

    opening: list[Step] = [*START, USE, ["open"]]
    done = barecalls.run(shim.module, shim.env, *opening, *steps, answer=answer)
    assert done.ended == 0
    return done.answers[4:]


def test_the_administrators_answer_sets_a_new_user_pin(shim: Shim) -> None:
    shim.set(safenet=1, so_pin=SO_PIN, user_max=1)
    got = unlock(
        shim,
        ["login", "user", BAD],
        ["get_challenge", 0],
        ["get_challenge"],
        ["ask"],
        ["unlock", "424242", 5, 1],
        ["flags"],
        ["login", "user", "424242"],
        ["unlock", "424242"],
    )
    assert got == [LOCKED, [OK, 8], [OK, 8], 0, OK, [OK, "must_change"], OK, 0x91]
    assert (shim.tries_left("user"), shim.tries_left("user_max"), shim.tries_left("so")) == (5, 5, 10)


def test_a_wrong_answer_spends_an_unlock_try(keyed: Shim) -> None:
    keyed.set(safenet=1, so_pin=SO_PIN, unlock_max=2)
    got = unlock(
        keyed,
        ["get_challenge"],
        ["ask"],
        ["unlock", "424242"],
        ["unlock", "424242"],
        ["get_challenge"],
        ["unlock", "424242"],
        ["get_challenge"],
        ["attributes", TOKEN_OBJECT, [UNLOCK_COUNT]],
        right=False,
    )
    assert got == [[OK, 8], 0, WRONG, 0x91, [OK, 8], WRONG, [LOCKED, 8], [OK, [number(0)]]]


@pytest.mark.parametrize(
    ("other", "answer"),
    [(["flags"], 0x91), (["state"], 0x91), (["slots"], 0x91), (["get_challenge"], WRONG), (["version"], OK)],
)
def test_a_call_between_ends_the_challenge(shim: Shim, other: Step, answer: int) -> None:
    shim.set(safenet=1, so_pin=SO_PIN)
    assert unlock(shim, ["get_challenge"], ["ask"], other, ["unlock", "424242"])[-1] == answer


def test_the_vendors_pin_functions_count_too(shim: Shim) -> None:
    shim.set(safenet=1)
    got = session(
        shim,
        ["etc_set_pin", BAD, "777777"],
        ["etc_set_pin", PIN, "777777"],
        ["etc_init_pin", "424242", 7, 1],
        ["login", "so", SO_PIN],
        ["etc_init_pin", "424242", 7, 1],
        ["flags"],
    )
    assert got == [WRONG, OK, 0x101, OK, OK, [OK, "must_change"]]
    assert shim.tries_left("user") == 7
