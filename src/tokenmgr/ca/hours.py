"""Opening hours, as data: which days, from when to when, and the words for them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca import table
from tokenmgr.ca.text import script_of

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.ca.table import Place

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HAN_DAYS = tuple(f"星期{day}" for day in "一二三四五六日")
LAST_MINUTE = 59
MINUTES_A_DAY = 24 * 60

_DAY = f"({'|'.join(DAYS)})"
_SPAN = r"([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})"
_LINE = re.compile(rf"{_DAY}(?:-{_DAY})? ({_SPAN}(?:, {_SPAN})*)")
_ONE_SPAN = re.compile(_SPAN)


class Span(NamedTuple):
    """From one minute of the day to another."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{_clock(self.start)}-{_clock(self.end)}"


class Hours(NamedTuple):
    """The same spans on one or more days in a row; Monday is 0."""

    first: int
    last: int
    spans: tuple[Span, ...]

    def hold(self, weekday: int, minute: int) -> bool:
        """Whether that minute of that day lies within."""
        return self.first <= weekday <= self.last and any(s.start <= minute < s.end for s in self.spans)

    def in_language(self, language: str) -> str:
        """Such as "Mon-Thu 09:00-17:45"."""
        return f"{self._days(script_of(language))} {', '.join(map(str, self.spans))}"

    def _days(self, script: str) -> str:
        names, to = (DAYS, "-") if script == "en" else (HAN_DAYS, "至")
        first, last = names[self.first], names[self.last]
        return first if first == last else first + to + last


def is_open(hours: tuple[Hours, ...], zone: str, now: datetime) -> bool | None:
    """Whether somebody is there at an aware time; None where hours or the zone's clock are not known."""
    if not hours:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # only needed where a contact is shown

    try:
        there = now.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    return any(line.hold(there.weekday(), there.hour * 60 + there.minute) for line in hours)


def read_hours(place: Place, value: object) -> Hours:
    """Reads a line such as "Mon-Thu 09:00-13:00, 14:30-17:45"."""
    found = _LINE.fullmatch(table.text(place, value))
    if found is None:
        raise place.broken("must look like: Mon-Thu 09:00-13:00, 14:30-17:45")
    first = DAYS.index(found[1])
    last = DAYS.index(found[2] or found[1])
    spans = tuple(_span(place, *map(int, span.groups())) for span in _ONE_SPAN.finditer(found[3]))
    if last < first or any(a.end > b.start for a, b in pairwise(spans)):
        raise place.broken("must run forwards: days from Monday to Sunday, times without overlap")
    return Hours(first, last, spans)


def _span(place: Place, from_hour: int, from_minute: int, to_hour: int, to_minute: int) -> Span:
    span = Span(from_hour * 60 + from_minute, to_hour * 60 + to_minute)
    if max(from_minute, to_minute) > LAST_MINUTE or not span.start < span.end <= MINUTES_A_DAY:
        raise place.broken("must be times of one day, the earlier first")
    return span


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
