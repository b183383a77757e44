"""Slips of the fingers that are caught before a PIN reaches a token."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenmgr.model.pin import Pin

#: PKCS#11 knows no PIN longer than this many bytes.
LONGEST = 255


def slip(pin: Pin, shortest: int | None, longest: int | None) -> tuple[str, int | None] | None:
    """The rule that is broken and its number, or None. The rule is a word; the PIN is in no result."""
    text = pin.text()
    if not text:
        return "empty", None
    if any(unicodedata.east_asian_width(character) in {"F", "W"} for character in text):
        return "full-width", None
    if text != text.strip():
        return "blank-at-edge", None
    if any(unicodedata.category(character).startswith("C") for character in text):
        return "control-character", None
    return _length(len(pin), shortest, longest)


def _length(size: int, shortest: int | None, longest: int | None) -> tuple[str, int | None] | None:
    if shortest is not None and size < shortest:
        return "too-short", shortest
    longest = min(longest or LONGEST, LONGEST)
    if size > longest:
        return "too-long", longest
    return None
