"""`profiles` and `profile check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ground.tree import ROOT
from tests.practising import FINE, REFUSED, Practice

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = ROOT / "resources" / "ca" / "clii-bjca.toml"


def test_the_table_is_in_the_language_spoken(tm: Practice) -> None:
    assert "中国轻工业" in tm.plain("profiles", language="zh-Hans").out
    assert "中國輕工業" in tm.plain("profiles", language="zh-Hant").out
    assert "National Light" in tm.plain("profiles").out


def test_a_right_file(tm: Practice) -> None:
    assert tm("profile", "check", str(SHIPPED)).json()["id"] == "clii-bjca"
    assert tm.plain("profile", "check", str(SHIPPED)).out.startswith(str(SHIPPED))


def test_a_wrong_key_is_named_with_its_file(tm: Practice, tmp_path: Path) -> None:
    file = tmp_path / "clii-bjca.toml"
    file.write_text(SHIPPED.read_text("utf-8").replace("[pin]", "[pin]\nnonsense = 1", 1), "utf-8")
    said = tm("profile", "check", str(file))
    assert (said.code, said.error()["path"], said.error()["code"]) == (REFUSED, str(file), "profile-broken")
    assert "nonsense" in said.error()["key"]


def test_a_file_that_is_not_there(tm: Practice, tmp_path: Path) -> None:
    said = tm("profile", "check", str(tmp_path / "none.toml"))
    assert said.code == REFUSED
    assert str(tmp_path / "none.toml") in said.err


def test_a_users_broken_profile_hides_no_other(tm: Practice) -> None:
    folder = tm.home / "ca"
    folder.mkdir()
    (folder / "mine.toml").write_text("id = 7\n")
    said = tm.plain("profiles")
    assert said.code == FINE
    assert "mine.toml" in said.err
    assert "Hongkong Post" in said.out


def test_a_broken_profile_cannot_steer_the_terminal_by_its_name(tm: Practice) -> None:
    (tm.home / "ca").mkdir()
    (tm.home / "ca" / "a\x1b[2J.toml").write_text("nonsense")
    said = tm.plain("profiles")
    assert (said.code, "\x1b" in said.err, r"a\u001b[2J.toml" in said.err) == (FINE, False, True)
