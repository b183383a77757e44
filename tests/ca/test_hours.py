from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tokenmgr.ca.hours import Hours, Span, is_open, read_hours
from tokenmgr.ca.table import Place

LINE = "Mon-Thu 09:00-13:00, 14:30-17:45"


def test_a_line_becomes_days_and_minutes() -> None:
    assert read_hours(Place("f"), LINE) == Hours(0, 3, (Span(540, 780), Span(870, 1065)))
    assert read_hours(Place("f"), "Sun 00:00-24:00") == Hours(6, 6, (Span(0, 1440),))


@pytest.mark.parametrize(
    ("line", "language", "said"),
    [
        (LINE, "en", LINE),
        (LINE, "zh-Hant", "星期一至星期四 09:00-13:00, 14:30-17:45"),
        ("Sun 08:00-09:30", "en", "Sun 08:00-09:30"),
        ("Sun 08:00-09:30", "zh-Hans", "星期日 08:00-09:30"),
    ],
)
def test_hours_are_said_in_the_readers_language(line: str, language: str, said: str) -> None:
    assert read_hours(Place("f"), line).in_language(language) == said


@pytest.mark.parametrize(
    ("weekday", "minute", "held"),
    [(0, 540, True), (0, 539, False), (0, 780, False), (3, 1064, True), (4, 600, False)],
)
def test_the_end_is_outside(weekday: int, minute: int, held: bool) -> None:
    assert read_hours(Place("f"), LINE).hold(weekday, minute) is held


def test_no_hours_are_no_answer() -> None:
    assert is_open((), "Asia/Macau", datetime(2026, 11, 2, 10, tzinfo=UTC)) is None
