"""Slips of the fingers are words with a number; nothing of the PIN is in them."""

from __future__ import annotations

import pytest

from tokenmgr.model.pin import Pin
from tokenmgr.session.typing_slips import LONGEST, slip


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", ("empty", None)),
        ("１２３４５６", ("full-width", None)),
        ("12345６", ("full-width", None)),
        ("密码密码密码", ("full-width", None)),
        ("123456\u3000", ("full-width", None)),
        ("123456 ", ("blank-at-edge", None)),
        (" 123456", ("blank-at-edge", None)),
        ("123456\n", ("blank-at-edge", None)),
        ("123456\u00a0", ("blank-at-edge", None)),
        ("      ", ("blank-at-edge", None)),
        ("123\u200b456", ("control-character", None)),
        ("\ufeff123456", ("control-character", None)),
        ("123\x00456", ("control-character", None)),
        ("123\t456", ("control-character", None)),
        ("12345", ("too-short", 6)),
        ("123456789", ("too-long", 8)),
        ("1234é67", None),
        ("123 456", None),
        ("123456", None),
        ("12345678", None),
    ],
)
def test_each_slip_has_its_word(typed: str, rule: tuple[str, int | None] | None) -> None:
    assert slip(Pin(typed), 6, 8) == rule


def test_length_is_counted_in_bytes_as_the_token_counts() -> None:
    assert slip(Pin("éééé"), 6, 8) is None
    assert slip(Pin("ééééé"), 6, 8) == ("too-long", 8)


@pytest.mark.parametrize("longest", [None, 0, 1000])
def test_a_token_that_names_no_limits_still_has_the_standards(longest: int | None) -> None:
    assert slip(Pin("1"), None, longest) is None
    assert slip(Pin("1" * LONGEST), None, longest) is None
    assert slip(Pin("1" * (LONGEST + 1)), None, longest) == ("too-long", LONGEST)
