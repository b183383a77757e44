"""The report's file takes no other's place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tokenmgr.actions.hotline import save_report

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 30, tzinfo=UTC)


def test_one_beside_the_other(tmp_path: Path) -> None:
    first = save_report("one", tmp_path / "Downloads", NOW)
    second = save_report("two", tmp_path / "Downloads", NOW)
    assert (first.name, second.name) == ("tokenmgr-report-2026-11-30.txt", "tokenmgr-report-2026-11-30-1.txt")
    assert (first.read_text(), second.read_text()) == ("one", "two")
