"""`doctor`: findings, repairs, changes, in words and as JSON."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tests.practising import FINE, REFUSED, USAGE, Practice

if TYPE_CHECKING:
    from pathlib import Path

NEEDS_DOING = 11


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer where what does not matter here is in order, and nothing of this one is looked at."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("tokenmgr.actions.doctor.keyring_name", lambda: "some.Keyring")


def loosened(tm: Practice) -> Path:
    """A home that others may write to."""
    (tm.home / "settings.json").write_text("{}")
    (tm.home / "settings.json").chmod(0o666)
    tm.home.chmod(0o755)
    return tm.home / "settings.json"


@pytest.mark.skipif(os.name == "nt", reason="rights are other things there")
def test_found_repaired_listed_and_undone(tm: Practice) -> None:
    settings = loosened(tm)
    found = tm("doctor")
    assert found.code == NEEDS_DOING
    assert '"repair": "own-files"' in found.out
    assert tm("doctor", "--fix", "own-files").json() == {"done": "repaired", "number": "1", "repair": "own-files"}
    assert stat.S_IMODE(settings.stat().st_mode) == 0o600
    [change] = tm("doctor", "--changes").json()
    assert (change["number"], change["kind"], change["state"], change["undone_at"]) == ("1", "rights", "done", None)
    assert tm("doctor", "--undo", "1").json() == {"done": "undone", "number": "1"}
    assert stat.S_IMODE(settings.stat().st_mode) == 0o666
    assert tm("doctor", "--changes").json()[0]["state"] == "undone"


@pytest.mark.skipif(os.name == "nt", reason="rights are other things there")
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_in_words(tm: Practice, language: str) -> None:
    loosened(tm)
    said = tm.plain("doctor", language=language)
    assert "tokenmgr-cli doctor --fix own-files" in said.out
    assert "0666" in said.out
    fixed = tm.plain("doctor", "--fix", "own-files", language=language)
    assert (fixed.code, "tokenmgr-cli doctor --undo 1" in fixed.out) == (FINE, True)
    listed = tm.plain("doctor", "--changes", language=language)
    assert " 1 " in listed.out
    assert "{" not in said.out + fixed.out + listed.out


def test_nothing_was_changed(tm: Practice) -> None:
    assert tm("doctor", "--changes").json() == []
    assert "nothing" in tm.plain("doctor", "--changes").out


def test_what_cannot_be_done(tm: Practice) -> None:
    assert (tm("doctor", "--undo", "7").code, tm("doctor", "--undo", "7").error()["code"]) == (
        REFUSED,
        "change-unknown",
    )
    assert tm("doctor", "--fix", "nothing").error()["code"] == "repair-unknown"
    assert tm("doctor", "--fix", "x", "--changes").code == USAGE
