"""`pin`: status, change, unlock, set; what is said after each."""

from __future__ import annotations

import pytest

from tests.practising import CLII, CLII_SO, FINE, HK, NETCA, NETCA_PUK, NEW, PIN, REFUSED, WRONG, Practice
from tokenmgr.cli.verbs.pin import spaced, typed
from tokenmgr.model.errors import FileUnreadable


def lock(tm: Practice, serial: str, tries: int) -> None:
    for number in range(tries):
        tm("--spend-last-try", "pin", "change", "--token", serial, lines=(f"nothere{number}", NEW))


def test_status_is_the_tokens_own_count(tm: Practice) -> None:
    for number in range(3):
        assert tm("pin", "change", "--token", HK, lines=(f"nothere{number}", NEW)).code == WRONG
        row = tm("pin", "status", "--token", HK).json()[0]
        assert row["tries"] == {"at_most": tm.left(HK), "certainty": "exact", "limit": 15, "why": "practice-counter"}


def test_status_of_the_administrators_pin(tm: Practice) -> None:
    tm("pin", "set", "--token", CLII, lines=("nothere0", NEW))
    row = tm("pin", "status", "--of", "so", "--token", CLII).json()[0]
    assert row["tries"]["at_most"] == tm.left(CLII, "so") == 9


def test_a_locked_token_tells_its_issuers_way_out(tm: Practice) -> None:
    assert "2921 6633" not in tm.plain("pin", "status", "--token", HK).out
    lock(tm, HK, 15)
    said = tm.plain("pin", "status", "--token", HK)
    assert said.code == FINE
    assert "no try left" in said.out
    assert "2921 6633" in said.out
    assert "2921 6633" in tm.plain("--pin-stdin", "pin", "change", "--token", HK, typed=(PIN[HK], NEW)).err


def test_the_answer_shows_the_token_afterwards(tm: Practice) -> None:
    row = tm("pin", "change", "--token", CLII, lines=(PIN[CLII], NEW)).json()
    assert (row["done"], row["token"]["state"], row["token"]["must_change"]) == ("pin-changed", "ok", False)
    assert "10 tries left" in tm.plain("--pin-stdin", "pin", "change", "--token", CLII, typed=(NEW, "Other!26")).out


def test_a_locked_token_is_unlocked_by_its_administrator(tm: Practice) -> None:
    lock(tm, CLII, 10)
    assert tm("pin", "status", "--token", CLII).json()[0]["state"] == "locked"
    assert tm("pin", "unlock", "--token", CLII, lines=(CLII_SO, NEW)).json()["token"]["tries"]["at_most"] == 10
    assert tm("pin", "change", "--token", CLII, lines=(NEW, "Other!26")).code == FINE


def test_a_locked_token_is_unlocked_by_its_puk(tm: Practice) -> None:
    lock(tm, NETCA, 8)
    assert tm("pin", "unlock", "--by", "puk", "--token", NETCA, lines=("nothere1", NEW)).code == WRONG
    assert tm.left(NETCA, "puk") == 7
    assert tm("pin", "unlock", "--token", NETCA, lines=(NETCA_PUK, NEW)).code == FINE


@pytest.mark.parametrize(
    "arguments",
    [("unlock",), ("unlock", "--by", "puk"), ("set",), ("challenge",), ("challenge", "--hold")],
)
def test_what_a_token_cannot_do_is_refused_before_a_try(tm: Practice, arguments: tuple[str, ...]) -> None:
    said = tm("pin", *arguments, "--token", HK, lines=("nothere0", NEW))
    assert said.code == REFUSED
    assert tm.left(HK) == 15


def test_a_response_nobody_waits_for(tm: Practice) -> None:
    said = tm("pin", "respond", "--token", HK, lines=("00" * 8, NEW))
    assert (said.code, said.error()["what"]) == (REFUSED, "no-challenge")


def test_hex_for_the_telephone() -> None:
    assert spaced(bytes.fromhex("0123456789abcdef")) == "0123 4567 89AB CDEF"
    assert typed(" 0123-4567 89ab CDEF ") == bytes.fromhex("0123456789abcdef")
    for slip in ("xyz", "12O4", "123", "-", " ", ""):
        with pytest.raises(FileUnreadable):
            typed(slip)
