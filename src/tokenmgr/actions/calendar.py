"""When certificates end, as a calendar file (RFC 5545) that every calendar takes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import NotSupported
from tokenmgr.x509.moment import endless, local
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, tzinfo

    from tokenmgr.model.certificate import CertificateFacts

LINE_OCTETS = 75
#: A reminder at midnight wakes people; this one comes at nine in the morning of its day.
MORNING_HOURS = 9
LONGEST_TEXT = 2000
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})


class Entry(NamedTuple):
    """One certificate in the calendar; the words are the screen's."""

    facts: CertificateFacts
    summary: str
    description: str = ""


def calendar(
    entries: Iterable[Entry], lead_days: Iterable[int], stamp: datetime | None = None, zone: tzinfo | None = None
) -> bytes:
    """One whole day for each certificate that has an end, and whose end can be read. NotSupported where there is none.

    The day is the one on which it ends at this place: `zone` is the computer's own where it is not given.
    """
    leads = sorted({days for days in lead_days if days >= 0}, reverse=True)
    at = (stamp or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    events = [line for entry in entries for line in _event(entry, leads, at, zone)]
    if not events:
        raise NotSupported("calendar-without-end-date")
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tokenmgr//Certificates//EN", "METHOD:PUBLISH"]
    lines = [*head, *events, "END:VCALENDAR"]
    return b"".join(_folded(line) for line in lines)


def _event(entry: Entry, leads: list[int], stamp: str, zone: tzinfo | None) -> Iterator[str]:
    end = entry.facts.not_after
    if end is None or endless(end):
        return
    day = local(end, zone).date()
    summary = _text(entry.summary)
    yield "BEGIN:VEVENT"
    # The same certificate put in twice is one event, whatever the words.
    yield f"UID:{entry.facts.sha256}@tokenmgr"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_date(day)}"
    yield f"DTEND;VALUE=DATE:{_date(day + timedelta(days=1))}"
    yield f"SUMMARY:{summary}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    yield "TRANSP:TRANSPARENT"
    for days in leads:
        yield from _alarm(days, summary)
    yield "END:VEVENT"


def _date(day: date) -> str:
    """Four digits of the year in the first thousand years, too."""
    return day.isoformat().replace("-", "")


def _alarm(days: int, summary: str) -> Iterator[str]:
    trigger = f"-P{days - 1}DT{24 - MORNING_HOURS}H" if days else f"PT{MORNING_HOURS}H"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}", f"TRIGGER:{trigger}", "END:VALARM")


def _text(words: str) -> str:
    """Line ends are kept, as RFC 5545 writes them; whatever else cannot be seen becomes visible."""
    lines = words[:LONGEST_TEXT].splitlines()
    return "\\n".join(visible(line, LONGEST_TEXT).translate(ESCAPES) for line in lines)


def _folded(line: str) -> bytes:
    """At most 75 octets a line, and no character torn apart."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        octets = character.encode("utf-8", "replace")
        # Behind the first, each line begins with a blank that counts as well.
        if len(piece) + len(octets) > LINE_OCTETS - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
