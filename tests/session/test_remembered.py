"""Aliases: a small file, whole or not at all, shared by programs."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from tokenmgr.model.token import TokenId
from tokenmgr.session.remembered import ALIAS_LIMIT, Remembered

if TYPE_CHECKING:
    from pathlib import Path

CARD, OTHER = TokenId("Maker", "Model", "0001"), TokenId("Maker", "Model", "0002")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "tokens.json"


def test_an_alias_comes_back_in_the_next_run(path: Path) -> None:
    Remembered(path).set_alias(CARD, "公司令牌")
    assert Remembered(path).alias(CARD) == "公司令牌"
    assert Remembered(path).alias(OTHER) == ""


def test_nothing_is_written_by_looking(path: Path) -> None:
    assert Remembered(path).alias(CARD) == ""
    assert not path.parent.exists()


def test_an_empty_alias_takes_it_away(path: Path) -> None:
    remembered = Remembered(path)
    remembered.set_alias(CARD, "office")
    remembered.set_alias(CARD, "")
    assert remembered.alias(CARD) == Remembered(path).alias(CARD) == ""
    assert "0001" not in path.read_text(encoding="utf-8")


def test_two_programs_do_not_undo_each_other(path: Path) -> None:
    window, command = Remembered(path), Remembered(path)
    assert window.alias(CARD) == ""
    command.set_alias(CARD, "office")
    window.set_alias(OTHER, "home")
    third = Remembered(path)
    assert (third.alias(CARD), third.alias(OTHER)) == ("office", "home")


def test_long_and_odd_names_are_cut_and_made_storable(path: Path) -> None:
    remembered = Remembered(path)
    remembered.set_alias(CARD, "x" * 500)
    assert len(remembered.alias(CARD)) == ALIAS_LIMIT
    remembered.set_alias(CARD, "a\udce4b")  # a byte that is no text, as a terminal may hand it over
    assert Remembered(path).alias(CARD) == "a?b"


@pytest.mark.parametrize("content", ["", "garbage", "[]", "{}", '{"aliases": 3}', '{"aliases": {"a": 1}}', "\udcff"])
def test_a_broken_file_is_as_good_as_none(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8", errors="surrogateescape")
    remembered = Remembered(path)
    assert remembered.alias(CARD) == ""
    remembered.set_alias(CARD, "office")
    assert Remembered(path).alias(CARD) == "office"


def test_cut_short_at_every_byte(path: Path) -> None:
    Remembered(path).set_alias(CARD, "office")
    whole = path.read_bytes()
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        assert Remembered(path).alias(CARD) in {"", "office"}


def test_what_cannot_be_written_leaves_the_old(path: Path) -> None:
    Remembered(path).set_alias(CARD, "office")
    path.with_suffix(".new").mkdir()
    with pytest.raises(OSError, match="directory"):
        Remembered(path).set_alias(CARD, "home")
    assert Remembered(path).alias(CARD) == "office"


def test_only_its_owner_may_read_the_folder(path: Path) -> None:
    Remembered(path).set_alias(CARD, "office")
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
