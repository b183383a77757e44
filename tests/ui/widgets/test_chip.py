"""Small labels: as wide as their word, told to whoever cannot see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tokenmgr.model.pin import Certainty
from tokenmgr.ui import theme
from tokenmgr.ui.widgets.chip import HEIGHT, ICON, TONES, Chip, certainty_chip, certainty_words, practice_chip
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("tone", [tone for tone, (fill, _, _) in TONES.items() if fill])
def test_filled_in_its_tone(tone: str, dressed: Callable[..., None], qtbot: QtBot) -> None:
    chip = Chip("word", tone=tone)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    seen = chip.grab().toImage().pixelColor(chip.width() // 2, 2).name().upper()
    assert seen == getattr(theme.LIGHT, f"{tone}_soft")


def test_as_wide_as_its_word_and_icon(dressed: Callable[..., None], qtbot: QtBot) -> None:
    plain, longer, marked = Chip("word"), Chip("a longer word"), Chip("word", "lock")
    for each in (plain, longer, marked):
        qtbot.addWidget(each)
        assert each.minimumSizeHint() == each.sizeHint()
        assert each.sizeHint().height() == HEIGHT
    assert longer.sizeHint().width() > plain.sizeHint().width()
    assert marked.sizeHint().width() == plain.sizeHint().width() + ICON + 4


def test_another_state_is_told_and_seen(dressed: Callable[..., None], qtbot: QtBot) -> None:
    chip = Chip("open", "unlock", "accent")
    qtbot.addWidget(chip)
    before = chip.grab().toImage()
    chip.show_as("locked", "lock", "bad")
    assert chip.accessibleName() == "locked"
    assert chip.grab().toImage() != before


def test_every_certainty_has_its_own_word_and_icon(dressed: Callable[..., None], qtbot: QtBot) -> None:
    for language in Language:
        dressed(language)
        said = [certainty_words(each) for each in Certainty]
        assert len({word for word, _ in said}) == len({icon for _, icon in said}) == len(Certainty)
    chip = certainty_chip(Certainty.AT_MOST)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "At most"


def test_practice_is_dashed(dressed: Callable[..., None], qtbot: QtBot) -> None:
    chip = practice_chip()
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    picture = chip.grab().toImage()
    top = {picture.pixelColor(x, 0).name() for x in range(HEIGHT, chip.width() - HEIGHT // 2)}
    assert chip.accessibleName() == "练习"
    assert len(top) > 1, "gaps between the dashes"
