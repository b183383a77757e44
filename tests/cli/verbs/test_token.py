"""`token`: info, init, rename, test."""

from __future__ import annotations

import pytest

from tests.practising import CANCELLED, CLII, CLII_SO, FINE, HK, NEW, PIN, REFUSED, WRONG, Practice
from tokenmgr.providers.practice.provider import PracticeProvider


def test_info_is_for_people(tm: Practice) -> None:
    out = tm.plain("token", "info", "--token", CLII).out
    assert "CertKey" in out
    assert "6-16" in out
    assert "10 tries left" in out


def test_an_alias_needs_no_pin_and_can_be_taken_away(tm: Practice) -> None:
    assert tm("token", "rename", "--token", HK, "公司的 e-Cert").code == FINE
    assert tm("tokens", "--token", "公司的 e-Cert").json()[0]["alias"] == "公司的 e-Cert"
    assert tm("token", "rename", "--token", HK, "").code == FINE
    assert tm("tokens", "--token", HK).json()[0]["alias"] == ""


def test_a_label_on_the_token_needs_its_pin(tm: Practice) -> None:
    assert tm("token", "rename", "--on-token", "--token", HK, "Mine", lines=("nothere0",)).code == WRONG
    assert tm("token", "rename", "--on-token", "--token", HK, "Mine", lines=(PIN[HK],)).code == FINE
    row = tm("tokens", "--token", HK).json()[0]
    assert (row["label"], row["alias"]) == ("Mine", "")


@pytest.mark.parametrize("label", ["x" * 33, "发证机构的电子令牌啊啊"])
def test_a_label_that_has_no_room_is_not_cut(tm: Practice, label: str) -> None:
    for verb in (["rename", "--on-token", label], ["init", "--yes", "--label", label]):
        said = tm("token", *verb, "--token", CLII, lines=("nothere0", NEW))
        assert (said.code, said.error()["what"]) == (REFUSED, "label-too-long")
    assert (tm.left(CLII), tm.left(CLII, "so")) == (10, 10)


def test_init_asks_first_and_empties(tm: Practice) -> None:
    said = tm.plain("--pin-stdin", "token", "init", "--label", "New", "--token", CLII, typed=("no",))
    assert said.code == CANCELLED
    assert "1 certificate" in said.err
    assert "nothing was deleted" in said.err
    assert tm("token", "init", "--label", "New", "--token", CLII, lines=("3A57", CLII_SO, NEW)).code == FINE
    assert tm("certs", "--token", CLII).json() == []
    assert tm("tokens", "--token", CLII).json()[0]["label"] == "New"
    assert tm("pin", "change", "--token", CLII, lines=(NEW, "Other!2026")).code == FINE


def test_a_token_cannot_steer_the_terminal_that_is_to_confirm(tm: Practice, steering: str) -> None:
    said = tm.plain("--pin-stdin", "token", "init", "--label", "New", "--token", CLII, typed=("no",))
    assert (said.code, "\x1b" in said.err, steering in said.err) == (CANCELLED, False, True)
    assert tm("token", "init", "--label", "New", "--token", CLII, lines=(steering, CLII_SO, NEW)).code == FINE


def test_a_token_without_an_administrator_cannot_be_emptied(tm: Practice) -> None:
    said = tm("token", "init", "--label", "New", "--yes", "--token", HK, lines=("nothere0", NEW))
    assert (said.code, said.error()["what"]) == (REFUSED, "initialise")


def test_does_it_work(tm: Practice) -> None:
    row = tm("token", "test", "--token", HK, lines=(PIN[HK],)).json()[0]
    assert (row["signs"], row["decrypts"], row["trouble"]) == (True, True, "")
    assert "signs; decrypts" in tm.plain("--pin-stdin", "token", "test", "--token", HK, typed=(PIN[HK],)).out


def test_it_does_not_work(tm: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PracticeProvider, "sign", lambda *_: b"\x00" * 256)
    said = tm("token", "test", "--token", HK, lines=(PIN[HK],))
    assert said.code == REFUSED
    assert '"trouble": "self-test-failed"' in said.out
    plain = tm.plain("--pin-stdin", "token", "test", "--token", HK, typed=(PIN[HK],))
    assert (plain.code, "failed" in plain.out) == (REFUSED, True)
