"""Text of strangers stays inside its cell (promise T10)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from tests.x509.corpus import certificates
from tokenmgr.x509.visible import visible


@pytest.mark.parametrize("text", ["", "Chan Tai Man", "陳大文", "张三 10%", "Retourné", "한국", "a\u3000b", "e\u0301"])
def test_honest_text_is_left_alone(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", r"a\u202eb"),
        ("\u2066x\u2069", r"\u2066x\u2069"),
        ("a\nb\tc\0", r"a\u000ab\u0009c\u0000"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("a\u3164b\u115f", r"a\u3164b\u115f"),
        ("x\U000e0041", r"x\U000e0041"),
        ("\x1b[31m", r"\u001b[31m"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_what_just_fits_is_whole() -> None:
    assert visible("\n\n", 12) == r"\u000a\u000a"


def test_marks_do_not_climb_over_other_lines() -> None:
    assert visible("a" + "\u0301" * 6) == "a" + "\u0301" * 4 + r"\u0301\u0301"


def test_long_text_loses_its_middle() -> None:
    assert visible("0123456789", 7) == "012…789"
    assert visible("a" * 300) == "a" * 128 + "…" + "a" * 127
    assert visible("head" + "x" * 200_000 + "tail", 9) == "head…tail"


def test_an_escape_is_never_cut() -> None:
    assert visible("\n" * 10, 14) == r"\u000a…\u000a"
    assert visible("\n" * 10, 12) == r"\u000a…"
    assert visible("\n" * 10, 11) == "…"


@pytest.mark.parametrize("limit", [0, 1, 2, 3])
def test_tiny_limits(limit: int) -> None:
    assert len(visible("abcdef", limit)) <= max(limit, 1)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=60), st.integers(min_value=1, max_value=40))
def test_never_longer_and_never_hidden(text: str, limit: int) -> None:
    shown = visible(text, limit)
    assert len(shown) <= limit
    assert not [character for character in shown if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}]


def test_every_certificate_fits_its_cell() -> None:
    for found in certificates():
        assert len(visible(found.facts.subject or "")) <= 256
