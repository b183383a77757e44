"""`tokens`: one line each."""

from __future__ import annotations

from tests.practising import CLII, FINE, HK, NETCA, Practice


def test_the_table(tm: Practice) -> None:
    lines = tm.plain("tokens").out.splitlines()
    assert len(lines) == 5
    assert [serial for serial in (HK, CLII, NETCA) if any(serial in line for line in lines)] == [HK, CLII, NETCA]


def test_practice_tokens_are_marked_and_go_by_their_alias(tm: Practice) -> None:
    tm("token", "rename", "--token", HK, "My e-Cert")
    out = tm.plain("tokens").out
    assert "My e-Cert [practice]" in out
    assert tm("tokens", "--token", "My e-Cert").json()[0]["serial"] == HK
    assert out.count("[practice]") == 3


def test_nobody_is_in(tm: Practice) -> None:
    for serial in (HK, CLII, NETCA):
        tm("practice", "pull", serial)
    assert tm("tokens").json() == []
    said = tm.plain("tokens")
    assert said.code == FINE
    assert said.out.startswith("No token is plugged in")
