"""Steps of strength."""

from __future__ import annotations

import pytest

from tokenmgr.ui.pins.strength import advice, strength, strength_words


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("", 0),
        ("Ab1!", 1),
        ("12345678", 1),
        ("87654321", 1),
        ("aaaaaaaaaaaa", 1),
        ("29384756", 1),
        ("qhzwnbtvk", 1),
        ("qhzwnbtv4", 2),
        ("Qhzwnbtv4", 3),
        ("Qhzwnbtv4!", 4),
        ("2938475610294", 2),
    ],
)
def test_length_kinds_and_patterns_make_the_step(text: str, step: int) -> None:
    assert strength(text) == step


def test_an_initial_pin_is_weak_however_it_looks() -> None:
    assert strength("Qhzwnbtv4!", initial=True) == 1


def test_every_step_has_a_word_of_its_own(qapp: object) -> None:
    words = [strength_words(step) for step in range(5)]
    assert words[0] == ""
    assert len(set(words)) == 5
    assert advice("") == ""
    assert advice("abc") != advice("abcdefgh4") != ""
    assert advice("Qhzwnbtv4!") == ""
