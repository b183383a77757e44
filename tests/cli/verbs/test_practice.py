"""`practice`: out, in, new."""

from __future__ import annotations

from tests.practising import HK, NEW, NO_TOKEN, WRONG, Practice


def test_out_in_new(tm: Practice) -> None:
    assert tm("pin", "change", "--token", HK, lines=("nothere0", NEW)).code == WRONG
    tm("practice", "pull", HK)
    assert tm("pin", "status", "--token", HK).code == NO_TOKEN
    tm("practice", "plug", HK)
    assert tm.left(HK) == 14
    tm("practice", "reset", HK)
    assert tm("pin", "status", "--token", HK).json()[0]["tries"]["at_most"] == 15


def test_only_practice_tokens(tm: Practice) -> None:
    said = tm("practice", "pull", "P0000000")
    assert (said.code, said.error()["code"]) == (NO_TOKEN, "token-not-found")
