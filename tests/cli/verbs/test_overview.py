"""No verb: both tables, and practice tokens where nothing is plugged in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.practising import FINE, HK, Practice
from tokenmgr import app
from tokenmgr.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path


def test_tokens_and_certificates(tm: Practice) -> None:
    out = tm.plain().out
    assert "15/15 exact" in out
    assert "陳大文" in out
    assert out.splitlines()[-1].startswith("Next:")


@pytest.fixture
def no_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tokenmgr.providers.pkcs11.modules.Modules.providers", [])


@pytest.mark.usefixtures("no_modules")
def test_practice_tokens_where_no_real_one_is_in(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "--language", "en"], app.build) == FINE
    said = capsys.readouterr()
    assert said.out.startswith("No token is plugged in, so these are practice tokens.")
    assert HK in said.out
    assert run(["--home", str(home), "--json"], app.build) == FINE
    said = capsys.readouterr()
    assert all(token["practice"] for token in json.loads(said.out)["tokens"])
    assert said.err
