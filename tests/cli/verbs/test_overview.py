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


@pytest.mark.usefixtures("modules_here")
@pytest.mark.parametrize("modules_here", ["empty"], indirect=True)
def test_practice_tokens_where_no_real_one_is_in(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", str(home), "--language", "en"], app.build) == FINE
    said = capsys.readouterr()
    assert said.out.startswith("No token is plugged in, so these are practice tokens.")
    assert HK in said.out
    assert run(["--home", str(home), "--json"], app.build) == FINE
    said = capsys.readouterr()
    assert all(token["practice"] for token in json.loads(said.out)["tokens"])
    assert said.err


@pytest.mark.usefixtures("modules_here")
@pytest.mark.parametrize(
    ("modules_here", "why"),
    [("none", "No vendor module was found. Install the token's driver"), ("silent", "Whether a token is plugged in")],
    indirect=["modules_here"],
)
def test_practice_tokens_where_no_real_one_could_be_seen(
    why: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--home", str(home), "--language", "en"], app.build) == FINE
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith(why)
    assert second.startswith("What follows are practice tokens.")
    assert run(["--home", str(home), "--json", "--language", "en"], app.build) == FINE
    said = capsys.readouterr()
    assert why in said.err
    assert all(token["practice"] for token in json.loads(said.out)["tokens"])
