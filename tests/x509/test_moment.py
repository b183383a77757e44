"""Both forms of a time, all that only look like one, and the ends of the calendar."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tokenmgr.x509.der import element, wrap
from tokenmgr.x509.moment import endless, local, read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

WITHOUT_END = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
FIRST = datetime(1, 1, 1, tzinfo=UTC)


def moment(tag: int, raw: bytes) -> datetime:
    data = wrap(tag, raw)
    return read_moment(data, element(data, 0, len(data)))


@pytest.mark.parametrize(
    ("tag", "raw", "year"),
    [
        (0x17, b"491231235959Z", 2049),
        (0x17, b"501231235959Z", 1950),
        (0x17, b"001231235959Z", 2000),
        (0x18, b"20501231235959Z", 2050),
        (0x18, b"99991231235959Z", 9999),
    ],
)
def test_a_time(tag: int, raw: bytes, year: int) -> None:
    assert moment(tag, raw) == datetime(year, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tag", "raw"),
    [
        (0x17, b""),
        (0x17, b"2512312359Z"),
        (0x17, b"251231235959+"),
        (0x17, b"2512312359590"),
        (0x17, b"251331235959Z"),
        (0x17, b"251231235960Z"),
        (0x17, b"25123123595 Z"),
        (0x17, b"20251231235959Z"),
        (0x17, "25123123595\u0665Z".encode()),
        (0x18, b"251231235959Z"),
        (0x18, b"00001231235959Z"),
        (0x18, b"20251231235959.5Z"),
        (0x18, b"2025-1231235959"),
        (0x0C, b"251231235959Z"),
    ],
)
def test_no_time(tag: int, raw: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - from here or from datetime, each means the same
        moment(tag, raw)


@pytest.fixture(params=["Asia/Hong_Kong", "Pacific/Honolulu"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[ZoneInfo]:
    """East and west of Greenwich, as the computer's own."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield ZoneInfo(request.param)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("moment", [WITHOUT_END, FIRST])
def test_the_ends_of_the_calendar_are_told_somehow(zone: ZoneInfo, moment: datetime) -> None:
    for there in (local(moment), local(moment, zone)):
        assert there == moment


def test_any_other_moment_is_told_as_it_is_here(zone: ZoneInfo) -> None:
    moment = datetime(2026, 11, 30, 20, tzinfo=UTC)
    assert local(moment).isoformat() == local(moment, zone).isoformat() == moment.astimezone(zone).isoformat()


@pytest.mark.parametrize(
    ("moment", "without"),
    [(WITHOUT_END, True), (datetime(9999, 12, 31, tzinfo=UTC), True), (datetime(9999, 12, 30, 23, tzinfo=UTC), False)],
)
def test_without_an_end(moment: datetime, without: bool) -> None:
    assert endless(moment) is without
