"""What was heard last, and when to ask again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tokenmgr.updates.memory import DAY, Heard, Memory

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2027, 1, 31, 12, tzinfo=UTC)


def test_nothing_at_first(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "updates")
    assert (memory.heard(), memory.news()) == (Heard(), b"")
    assert memory.heard().due(NOW)
    assert not list(tmp_path.iterdir())


def test_a_look_is_written_down_before_it_is_taken(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.begun(NOW)
    assert (memory.heard().looked, memory.heard().failed) == (None, NOW)
    assert not memory.heard().due(NOW + timedelta(hours=23, minutes=59))
    assert memory.heard().due(NOW + timedelta(hours=30))
    memory.told(NOW, b"news")
    assert (memory.heard().looked, memory.heard().failed, memory.news()) == (NOW, None, b"news")
    assert not memory.heard().due(NOW + timedelta(hours=23))


def test_not_all_at_the_same_hour(tmp_path: Path) -> None:
    moments = set()
    for number in range(20):
        Memory(tmp_path / str(number)).begun(NOW)
        moments.add(Memory(tmp_path / str(number)).heard().again)
    assert len(moments) > 1
    assert all(moment and NOW + DAY <= moment <= NOW + DAY * 1.25 for moment in moments)


def test_where_nobody_could_be_asked_it_is_tried_sooner(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.begun(NOW)
    memory.nobody_there(NOW)
    assert not memory.heard().due(NOW + timedelta(hours=3))
    assert memory.heard().due(NOW + timedelta(hours=5))


def test_a_clock_that_was_wrong_silences_nobody_for_years(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.begun(NOW + timedelta(days=4000))
    assert memory.heard().due(NOW)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"7", b'{"again": 7, "looked": []}', b'{"looked": "soon"}', b"[" * 9999]
)
def test_nonsense_is_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "last.json").write_bytes(content)
    memory = Memory(tmp_path)
    assert memory.heard() == Heard()
    memory.begun(NOW)
    assert memory.heard().failed == NOW
