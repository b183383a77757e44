"""Who waits for a response: true as long as the process that wrote it down lives."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ground.tree import ROOT
from tokenmgr.model.errors import TokenBusy
from tokenmgr.model.token import Ability, Token, TokenFlag, TokenId
from tokenmgr.session.waiting import Waiting

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "/usr/lib/libvendor.so"


def token(serial: str, module: str = MODULE) -> Token:
    return Token(
        TokenId("maker", "model", serial),
        "标签",
        "pkcs11",
        module,
        "reader",
        frozenset({TokenFlag.INITIALISED}),
        frozenset({Ability.SIGN}),
    )


def test_nobody_waits_where_there_is_no_folder(tmp_path: Path) -> None:
    assert Waiting(tmp_path / "none").held() == []
    assert not (tmp_path / "none").exists()


def test_as_long_as_it_is_claimed(tmp_path: Path) -> None:
    waiting = Waiting(tmp_path)
    with waiting.claim(token("1"), [token("2")], tmp_path / "door"):
        (held,) = Waiting(tmp_path).held()
        assert held.module == MODULE
        assert held.tokens == (token("1"), token("2"))
        assert held.door == waiting.door(token("1").id) == tmp_path / "door"
        assert waiting.door(token("2").id) is None
    assert waiting.held() == []


def test_one_at_a_time_behind_a_module(tmp_path: Path) -> None:
    waiting = Waiting(tmp_path)
    with waiting.claim(token("1"), []):
        with pytest.raises(TokenBusy) as busy, waiting.claim(token("2"), []):
            pass
        assert busy.value.token == token("2").id
        with waiting.claim(token("3", "/usr/lib/other.so"), []):
            assert len(waiting.held()) == 2
    with waiting.claim(token("2"), []):
        assert [held.token.id.serial for held in waiting.held()] == ["2"]


def test_a_process_that_died_waits_for_nothing(tmp_path: Path) -> None:
    script = (
        "import os, pathlib, sys; from tokenmgr.session.waiting import Waiting; "
        "from tokenmgr.model.token import Token, TokenId; "
        "claim = Waiting(pathlib.Path(sys.argv[1])).claim(Token(TokenId('', '', '1'), '', '', sys.argv[2]), []); "
        "claim.__enter__(); os._exit(0)"
    )
    environment = {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-c", script, tmp_path, MODULE], env=environment, check=True)
    assert list(tmp_path.glob("*.json"))
    assert Waiting(tmp_path).held() == []
    with Waiting(tmp_path).claim(token("1"), []):
        assert len(Waiting(tmp_path).held()) == 1


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"tokens": []}', '{"tokens": [{"id": []}], "module": "m"}', "\udc80"]
)
def test_a_record_that_makes_no_sense(tmp_path: Path, text: str) -> None:
    waiting = Waiting(tmp_path)
    with waiting.claim(token("1"), []):
        next(tmp_path.glob("*.json")).write_bytes(text.encode(errors="surrogateescape"))
        assert waiting.held() == []


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    waiting = Waiting(tmp_path / "waiting")
    with waiting.claim(token("1"), []):
        assert all(not path.stat().st_mode & 0o077 for path in (waiting.folder, *waiting.folder.iterdir()))
