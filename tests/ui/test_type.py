"""One family for everything, as the language expects its glyphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont

from tokenmgr.ui import type as typography
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("use", typography.SIZES)
def test_a_use_has_its_size_and_weight(use: str, dressed: Callable[..., None]) -> None:
    made = typography.font(use)
    pixels, bold = typography.SIZES[use]
    assert made.pixelSize() == pixels
    assert made.weight() == (QFont.Weight.Bold if bold else QFont.Weight.Normal)
    assert made.families() == typography.SIMPLIFIED


def test_no_text_is_smaller_than_can_be_read() -> None:
    assert min(pixels for pixels, _bold in typography.SIZES.values()) >= 11


def test_hong_kong_reads_other_glyphs(dressed: Callable[..., None]) -> None:
    dressed(Language.ZH_HANT)
    assert typography.font().families() == typography.TRADITIONAL
    for language in (Language.EN, Language.ZH_HANS):
        dressed(language)
        assert typography.font().families() == typography.SIMPLIFIED


def test_fingerprints_in_letters_of_one_width(dressed: Callable[..., None]) -> None:
    families = typography.monospace().families()
    assert families[: len(typography.MONOSPACE)] == typography.MONOSPACE
    assert families[len(typography.MONOSPACE) :] == typography.SIMPLIFIED, "a Chinese letter is found in them still"


def test_the_dot_before_a_tail_takes_half_a_width(dressed: Callable[..., None]) -> None:
    assert typography.tail_font().featureValue(QFont.Tag("halt")) == 1
    assert not typography.font().isFeatureSet(QFont.Tag("halt"))
