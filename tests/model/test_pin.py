"""A PIN that cannot get out by accident."""

from __future__ import annotations

import copy
import json
import logging
import pickle

import pytest

from tokenmgr.model.pin import Certainty, Pin, TriesLeft, Why

SECRET = "s3cret-密码"


@pytest.mark.parametrize(
    "shown",
    [
        repr,
        str,
        lambda pin: f"{pin}",
        lambda pin: f"{pin!r:>40}",
        lambda pin: str([pin]),
    ],
    ids=["repr", "str", "f", "padded", "list"],
)
def test_it_cannot_be_printed(shown: object) -> None:
    assert callable(shown)
    text = shown(Pin(SECRET))
    assert "s3cret" not in text
    assert "hidden" in text


@pytest.mark.parametrize("way", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps, vars])
def test_it_does_not_leave_its_process(way: object) -> None:
    assert callable(way)
    with pytest.raises(TypeError):
        way(Pin(SECRET))


def test_not_in_a_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        logging.getLogger("x").info("pin %s", Pin(SECRET))
    assert "s3cret" not in caplog.text


def test_two_are_not_compared_by_accident() -> None:
    assert Pin("1234") != Pin("1234")


def test_what_was_typed() -> None:
    pin = Pin(SECRET)
    assert (pin.text(), pin.reveal(), len(pin)) == (SECRET, SECRET.encode(), len(SECRET.encode()))
    assert bool(pin)
    assert not Pin("")


def test_wiped_where_it_lies() -> None:
    pin = Pin(SECRET)
    held = pin._bytes
    seen: list[bytes] = []

    class Watched(bytearray):
        def clear(self) -> None:
            seen.append(bytes(self))
            super().clear()

    pin._bytes = Watched(held)
    pin.wipe()
    assert seen == [bytes(len(held))]
    assert (len(pin), pin.text()) == (0, "")
    pin.wipe()


def test_a_copy_is_wiped_on_its_own() -> None:
    pin = Pin(SECRET)
    twin = pin.copy()
    pin.wipe()
    assert twin.text() == SECRET


@pytest.mark.parametrize(
    ("at_most", "locked", "last"), [(0, True, False), (1, False, True), (2, False, False), (None, False, False)]
)
def test_tries(at_most: int | None, locked: bool, last: bool) -> None:
    left = TriesLeft(at_most, Certainty.AT_MOST, Why.LEDGER)
    assert (left.locked, left.last) == (locked, last)
