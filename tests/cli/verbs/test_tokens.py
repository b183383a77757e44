"""`tokens`: one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.practising import CLII, FINE, HK, NETCA, Practice
from tokenmgr import app
from tokenmgr.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize("verb", [("tokens",), ("certs",), ("pin", "status")])
@pytest.mark.parametrize(
    ("modules_here", "said"),
    [
        ("none", "No vendor module was found."),
        ("unfit", "Whether a token is plugged in cannot be seen"),
        ("silent", "Whether a token is plugged in cannot be seen"),
        ("empty", "No token is plugged in."),
    ],
    indirect=["modules_here"],
)
def test_that_no_token_is_in_is_said_only_where_a_module_says_so(
    modules_here: str, said: str, verb: tuple[str, ...], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--home", str(home), "--language", "en", *verb], app.build) == FINE
    shown = capsys.readouterr()
    assert shown.out.startswith(said)
    assert ("did not answer" in shown.err) == (modules_here == "silent")
