"""The cells: as many full as there are tries, and seen how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.ui import theme
from tokenmgr.ui.widgets.meter import CELLS_UNKNOWN, GAP, Meter, spoken, tone
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

WIDTH, HEIGHT = 300, 8


def tries(at_most: int | None, limit: int | None = 10, certainty: Certainty = Certainty.EXACT) -> TriesLeft:
    return TriesLeft(at_most, certainty, Why.LEDGER, limit)


def unknown() -> TriesLeft:
    return tries(None, None, Certainty.UNKNOWN)


def cells(qtbot: QtBot, left: TriesLeft, count: int, row: int) -> list[str]:
    """The colour in the middle of each cell, at this height."""
    meter = Meter(left, HEIGHT)
    qtbot.addWidget(meter)
    meter.resize(WIDTH, HEIGHT)
    picture = meter.grab().toImage()
    room = WIDTH - GAP * (count - 1)
    starts = [room * number // count + GAP * number for number in range(count)]
    return [picture.pixelColor(start + room // count // 2, row).name().upper() for start in starts]


@pytest.mark.parametrize("left", range(11))
@pytest.mark.parametrize("row", [2, 5])
def test_exact_fills_whole_cells(left: int, row: int, dressed: Callable[..., None], qtbot: QtBot) -> None:
    full = getattr(theme.LIGHT, tone(tries(left)))
    assert [each == full for each in cells(qtbot, tries(left), 10, row)] == [True] * left + [False] * (10 - left)


def test_at_most_fills_the_lower_half(dressed: Callable[..., None], qtbot: QtBot) -> None:
    left = tries(8, certainty=Certainty.AT_MOST)
    lower, upper = cells(qtbot, left, 10, 5), cells(qtbot, left, 10, 2)
    assert [each == theme.LIGHT.meter for each in lower] == [True] * 8 + [False] * 2
    assert theme.LIGHT.meter not in upper


def test_unknown_fills_nothing_and_is_dashed(dressed: Callable[..., None], qtbot: QtBot) -> None:
    assert theme.LIGHT.meter not in cells(qtbot, unknown(), CELLS_UNKNOWN, 5)
    meter = Meter(unknown())
    qtbot.addWidget(meter)
    meter.resize(WIDTH, HEIGHT)
    picture = meter.grab().toImage()
    assert len({picture.pixel(x, 0) for x in range(4, 24)}) > 1


def test_every_cell_is_as_wide_as_the_next_or_one_more(dressed: Callable[..., None], qtbot: QtBot) -> None:
    meter = Meter(tries(15, 15))
    qtbot.addWidget(meter)
    meter.resize(307, HEIGHT)
    picture = meter.grab().toImage()
    row = "".join("#" if picture.pixelColor(x, 4).name().upper() == theme.LIGHT.meter else " " for x in range(307))
    widths = [len(each) for each in row.split()]
    assert len(widths) == 15
    assert max(widths) - min(widths) <= 1


@pytest.mark.parametrize(
    ("left", "wanted"),
    [(10, "meter"), (6, "meter"), (5, "meter_warn"), (4, "meter_warn"), (3, "bad"), (1, "bad"), (0, "bad")],
)
def test_the_fewer_the_louder(left: int, wanted: str) -> None:
    assert tone(tries(left)) == wanted


def test_all_tries_of_a_strict_token_are_no_warning() -> None:
    assert tone(tries(3, 3)) == "meter"
    assert tone(unknown()) == "meter"


def test_it_is_told_in_every_language(dressed: Callable[..., None], qtbot: QtBot) -> None:
    meter = Meter(tries(12, 15))
    qtbot.addWidget(meter)
    assert meter.accessibleName() == spoken(tries(12, 15))
    meter.show_tries(tries(7, 15))
    assert "7" in meter.accessibleName()
    for language in Language:
        dressed(language)
        assert all(number in spoken(tries(12, 15)) for number in ("12", "15"))
        assert len({spoken(tries(8, limit)) for limit in (None, 10)} | {spoken(unknown())}) == 3
    assert spoken(tries(8, None, Certainty.AT_MOST)) == "8 tries left, At most"
