"""How hard a new PIN is to guess, in four steps. A matter of length, kinds of characters and plain patterns."""

from __future__ import annotations

from itertools import pairwise

from tokenmgr.ca.rules import classes_of
from tokenmgr.ui.words import translate

STEPS = 4
SHORT, LONG = 8, 12
KINDS_GOOD = 3
#: Fewer different characters than this are a pattern, whatever their number.
DIFFERENT = 4


def strength(text: str, *, initial: bool = False) -> int:
    """0 for nothing typed, 1 to 4."""
    if not text:
        return 0
    if initial or len(text) < SHORT or _is_pattern(text):
        return 1
    kinds = len(classes_of(text))
    return 1 + (kinds > 1 or len(text) >= LONG) + (kinds >= KINDS_GOOD) + (kinds == STEPS)


def _is_pattern(text: str) -> bool:
    """A few characters again and again, or a run such as 12345678."""
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return len(set(text)) < DIFFERENT or (len(steps) == 1 and steps <= {-1, 1})


def strength_words(step: int) -> str:
    """The word beside the cells."""
    return (
        "",
        translate("PinDialogs", "Weak"),
        translate("PinDialogs", "Fair"),
        translate("PinDialogs", "Good"),
        translate("PinDialogs", "Strong"),
    )[step]


def advice(text: str) -> str:
    """What would make it stronger."""
    if not text:
        return ""
    if len(text) < SHORT:
        return translate("PinDialogs", "Longer is better")
    if len(classes_of(text)) < STEPS:
        return translate("PinDialogs", "All four kinds advised")
    return ""
