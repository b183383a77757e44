"""Caps Lock, as far as letters tell."""

from __future__ import annotations

import pytest

from tokenmgr.ui.pins.caps_lock import caps_lock, typed_with_caps


@pytest.mark.parametrize(
    ("text", "shift", "on"),
    [
        ("a", False, False),
        ("A", False, True),
        ("a", True, True),
        ("A", True, False),
        ("1", False, None),
        ("!", True, None),
        ("中", False, None),
        ("", False, None),
        ("ab", False, None),
    ],
)
def test_a_letter_tells_where_the_system_does_not(text: str, shift: bool, on: bool | None) -> None:
    assert typed_with_caps(text, shift=shift) is on


def test_where_nobody_answers_nobody_knows(qapp: object) -> None:
    assert caps_lock() is None
