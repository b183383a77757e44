"""Everything is built as it was wished."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from tokenmgr import app
from tokenmgr.ca.recognise import Sign
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import ModuleUnfit
from tokenmgr.model.token import Token, TokenId
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.session.busy import BusyProvider
from tokenmgr.session.waiting import Waiting

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.softhsm import SoftHsm


def test_practice_tokens_only_where_wished(tmp_path: Path) -> None:
    desk = app.build(Wishes(home=str(tmp_path), practice=True))
    assert [type(provider) for provider in desk.inventory.providers] == [PracticeProvider]
    desk.close()
    assert not list(tmp_path.glob("practice/*"))


def test_a_module_that_cannot_be_named(tmp_path: Path) -> None:
    with pytest.raises(ModuleUnfit):
        app.build(Wishes(home=str(tmp_path), modules=("/nonexistent.so",)))


def test_settings_reach_the_rooms_as_values(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"pin_cache_minutes": 90}))
    desk = app.build(Wishes(home=str(tmp_path), practice=True))
    assert desk.cache.minutes == 90
    desk.close()


def test_tokens_are_recognised_by_their_certificates(tmp_path: Path) -> None:
    desk = app.build(Wishes(home=str(tmp_path), practice=True))
    found = {session.token.id.serial: session.recognition for session in desk.inventory.refresh()}
    assert {serial: each.profile.id for serial, each in found.items() if each} == {
        "P0HK8F21": "hkpost-safenet",
        "P0CL3A57": "clii-bjca",
        "P0NE6D90": "netca",
    }
    assert {each.by for each in found.values() if each} == {Sign.ISSUER}
    desk.close()


def test_a_module_behind_which_a_token_waits_is_not_started(tmp_path: Path, softhsm: SoftHsm) -> None:
    module = str(softhsm.module.resolve())
    waiting = Waiting(tmp_path / "waiting")
    token = Token(TokenId("m", "m", "s"), "waits", "pkcs11", module)
    with waiting.claim(token, []):
        desk = app.build(Wishes(home=str(tmp_path), modules=(module,)))
        assert [type(provider) for provider in desk.inventory.providers] == [BusyProvider]
        assert desk.inventory.refresh()[0].token.label == "waits"
        desk.close()
    desk = app.build(Wishes(home=str(tmp_path), modules=(module,)))
    assert not any(isinstance(provider, BusyProvider) for provider in desk.inventory.providers)
    desk.close()


@pytest.fixture
def softhsm(tmp_path: Path) -> SoftHsm:
    from tests.beds import softhsm  # a bed of its own

    if why := softhsm.available():
        pytest.skip(why)
    return softhsm.SoftHsm(tmp_path / "hsm")


def test_the_command_lines_door(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["tokenmgr-cli", "--version"])
    assert app.command_line() == 0
    assert "tokenmgr-cli" in capsys.readouterr().out
