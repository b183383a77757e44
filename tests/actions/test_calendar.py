"""A calendar file as RFC 5545 wants it, Chinese words and all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tokenmgr.actions.calendar import Entry, calendar
from tokenmgr.model.certificate import CertificateFacts
from tokenmgr.model.errors import NotSupported

STAMP = datetime(2026, 11, 20, 8, tzinfo=UTC)
HONG_KONG = timezone(timedelta(hours=8))
FACTS = CertificateFacts(b"der", "ab" * 32, not_after=datetime(2027, 3, 1, 15, 59, 59, tzinfo=UTC))
WORDS = "證書到期：陳大文；請續期，並更換舊卡。" * 4


def lines(data: bytes) -> list[str]:
    """As a reader of the format takes it apart: unfold first, then decode."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def made(*entries: Entry, leads: tuple[int, ...] = (30, 1)) -> bytes:
    return calendar(entries, leads, STAMP, HONG_KONG)


def test_one_certificate() -> None:
    assert lines(made(Entry(FACTS, "Ends", "Renew"))) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//tokenmgr//Certificates//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{'ab' * 32}@tokenmgr",
        "DTSTAMP:20261120T080000Z",
        "DTSTART;VALUE=DATE:20270301",
        "DTEND;VALUE=DATE:20270302",
        "SUMMARY:Ends",
        "DESCRIPTION:Renew",
        "TRANSP:TRANSPARENT",
        *["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Ends", "TRIGGER:-P29DT15H", "END:VALARM"],
        *["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Ends", "TRIGGER:-P0DT15H", "END:VALARM"],
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_day_is_that_of_the_place() -> None:
    late = FACTS._replace(not_after=datetime(2027, 3, 1, 16, 0, tzinfo=UTC))
    assert "DTSTART;VALUE=DATE:20270302" in lines(made(Entry(late, "x")))


def test_chinese_is_folded_between_characters() -> None:
    data = made(Entry(FACTS, WORDS))
    folded = data.split(b"\r\n")
    assert max(map(len, folded)) <= 75
    assert any(line.startswith(b" ") for line in folded)
    for line in folded:
        line.decode()
    assert f"SUMMARY:{WORDS}" in lines(data)


def test_signs_of_the_format_are_escaped() -> None:
    text = "a,b;c\\d\ne\r\nEND:VCALENDAR\u202e\x07"
    assert "SUMMARY:a\\,b\\;c\\\\d\\ne\\nEND:VCALENDAR\\\\u202e\\\\u0007" in lines(made(Entry(FACTS, text)))


def test_many_and_those_without_an_end() -> None:
    other = FACTS._replace(sha256="cd" * 32)
    data = lines(made(Entry(FACTS, "a"), Entry(FACTS._replace(not_after=None), "b"), Entry(other, "c")))
    assert [line for line in data if line.startswith("SUMMARY")] == ["SUMMARY:a", "SUMMARY:c"]
    with pytest.raises(NotSupported):
        made(Entry(FACTS._replace(not_after=None), "b"))


@pytest.mark.parametrize("hours", [8, -10])
def test_the_ends_of_the_calendar(hours: int) -> None:
    """RFC 5280's own value for a certificate without an end, and the first day there is."""
    zone = timezone(timedelta(hours=hours))
    with pytest.raises(NotSupported):
        calendar(
            [Entry(FACTS._replace(not_after=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)), "x")], (30,), STAMP, zone
        )
    first = FACTS._replace(not_after=datetime(1, 1, 1, tzinfo=UTC))
    assert "DTSTART;VALUE=DATE:00010101" in lines(calendar([Entry(first, "x")], (30,), STAMP, zone))


def test_reminders() -> None:
    data = lines(made(Entry(FACTS, "x"), leads=(1, 90, 90, 0, -5)))
    assert [line for line in data if line.startswith("TRIGGER")] == [
        "TRIGGER:-P89DT15H",
        "TRIGGER:-P0DT15H",
        "TRIGGER:PT9H",
    ]


def test_the_same_certificate_is_the_same_event() -> None:
    first = [line for line in lines(made(Entry(FACTS, "a"))) if line.startswith("UID")]
    again = [line for line in lines(made(Entry(FACTS, "b"))) if line.startswith("UID")]
    assert first == again
