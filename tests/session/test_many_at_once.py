"""Eight programs, twenty logins each, nine of ten PINs wrong. `python -m tests.session.many_at_once` does more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds import pcsc, shim as shim_bed
from tests.session.many_at_once import on_card, on_module

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(bool(shim_bed.available()), reason=shim_bed.available())
@pytest.mark.parametrize("limit", [15, 3])
def test_at_a_modules_token(tmp_path: Path, limit: int) -> None:
    """With three tries the last one is near all the time, and a race for it would be lost soon."""
    found = on_module(tmp_path, 8, 20, limit)
    assert found.sound, found
    assert sum(found.outcomes.values()) == 160
    assert set(found.outcomes) <= {"wrong-pin", "right", "last-try"}
    assert found.sent == found.lost > 0


@pytest.mark.skipif(bool(pcsc.available()), reason=pcsc.available())
def test_at_a_card_behind_the_reader_service(tmp_path: Path) -> None:
    found = on_card(tmp_path, 3, 6)
    assert found.sound, found
    assert found.sent == found.lost > 0
