"""Tables fit the terminal, in columns, whatever is written in them."""

from __future__ import annotations

import unicodedata

import pytest

from tokenmgr.cli.table import Column, cut, fitted, padded, render, terminal_width, width


def columns_of(text: str) -> int:
    """Counted in another way than the program does."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("令牌", 4), ("a令b", 4), ("：（", 4), ("é…", 2)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns == columns_of(text)


@pytest.mark.parametrize("room", range(1, 20))
@pytest.mark.parametrize("text", ["中华人民共和国电子签名法", "abcdefghijklmnopqrstuvwxyz", "a中b华c人d民e共f和"])
def test_cut_keeps_both_ends_within_the_room(text: str, room: int) -> None:
    short = cut(text, room, ends=True)
    assert columns_of(short) <= room
    if 7 <= room < columns_of(text):
        assert short[0] == text[0]
        assert short[-1] == text[-1]
        assert "…" in short


@pytest.mark.parametrize("room", range(1, 12))
def test_cut_keeps_the_beginning_where_only_that_matters(room: int) -> None:
    short = cut("香港邮政 e-Cert", room)
    assert columns_of(short) <= room
    assert short.endswith("…")
    assert "香港邮政 e-Cert".startswith(short[:-1])


def test_what_fits_is_not_cut() -> None:
    assert cut("令牌", 4) == "令牌"


def test_padding_counts_columns() -> None:
    assert padded("令", 4, right=False) == "令  "
    assert padded("令", 4, right=True) == "  令"


def test_the_widest_gives_way_first_and_nobody_below_its_least() -> None:
    columns = [Column("a", 4), Column("b", 4), Column("c", 30)]
    assert fitted(columns, [["x" * 60, "y" * 10, "z" * 30]], 60) == [16, 10, 30]
    assert fitted(columns, [["x" * 60, "y" * 10, "z" * 30]], 40) == [4, 4, 30]


def test_every_line_fits_and_the_columns_stand_below_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows = [["中" * 40, "x" * 70, "1"], ["a", "b", "22"], ["混合 mixed 文字" * 5, "", "333"]]
    lines = render([Column("名称", 8), Column("b", 8), Column("n", 3, right=True)], rows).splitlines()
    assert all(columns_of(line) <= 60 for line in lines)
    assert len({columns_of(line) for line in lines}) == 1


@pytest.mark.parametrize(("said", "columns"), [("", 80), ("100", 100), ("7", 40), ("many", 80)])
def test_how_wide_a_terminal_is(said: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", said)
    if not said:
        monkeypatch.delenv("COLUMNS")
    assert terminal_width() == columns


def test_colour_only_where_it_is_asked_for() -> None:
    plain = render([Column("a")], [["x"]], ["bad"])
    assert "\x1b" not in plain
    coloured = render([Column("a")], [["x"]], ["bad"], coloured=True)
    assert "\x1b[31mx\x1b[0m" in coloured
