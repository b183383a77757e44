"""The bar from the first day to the last."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tests.ui.panels.certificates import real
from tokenmgr.model.certificate import CertificateFacts
from tokenmgr.ui import theme
from tokenmgr.ui.panels.certificates.entries import entries
from tokenmgr.ui.panels.certificates.validity import HEIGHT, Validity, gone

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

FACTS = CertificateFacts(b"", "", not_before=sample.NOW - timedelta(days=10), not_after=sample.NOW + timedelta(days=30))


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        (FACTS, 0.25),
        (FACTS._replace(not_after=sample.NOW - timedelta(days=1)), 1.0),
        (FACTS._replace(not_before=sample.NOW + timedelta(days=1)), 0.0),
        (FACTS._replace(not_after=None), None),
        (FACTS._replace(not_after=FACTS.not_before), None),
    ],
)
def test_how_much_has_gone_by(facts: CertificateFacts, part: float | None) -> None:
    assert gone(facts, sample.NOW) == part


def test_today_is_marked(qtbot: QtBot, dressed: Callable[..., None]) -> None:
    entry = next(each for each in entries(real.full()) if each.state == "expiring")
    shown = Validity()
    qtbot.addWidget(shown)
    shown.show_entry(entry, sample.NOW)
    shown.resize(400, 40)
    picture = shown.grab().toImage()
    marked = [x for x in range(400) if picture.pixelColor(x, 1).name().upper() == theme.LIGHT.warn]
    assert marked == [385, 386]
    assert picture.pixelColor(200, HEIGHT // 2).name().upper() == theme.LIGHT.meter
    assert shown.accessibleName() == "2023-12-27 至 2026-12-27, 还有 37 天"
