"""Four cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.strength_meter import CELLS, WIDTH, StrengthMeter

if TYPE_CHECKING:
    from collections.abc import Callable


def test_as_many_cells_are_full_as_there_are_steps(dressed: Callable[..., None]) -> None:
    meter = StrengthMeter()
    full = theme.colour("meter").name()
    for step in range(CELLS + 1):
        meter.show_step(step)
        picture = meter.grab().toImage()
        middles = [picture.pixelColor(WIDTH * (2 * cell + 1) // (2 * CELLS), 3).name() for cell in range(CELLS)]
        assert [colour == full for colour in middles] == [cell < step for cell in range(CELLS)]
    shiboken6.delete(meter)
