"""The history as a file for other programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tokenmgr.session.events import Event

HEADINGS = ("number", "at", "kind", "who", "name", "manufacturer", "model", "serial", "facts")
#: What makes a spreadsheet take a cell for a formula. A label on a token may be anything.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(events: Sequence[Event]) -> bytes:
    """A list of objects."""
    rows = [{**_plain(event), "facts": dict(event.facts)} for event in events]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def as_csv(events: Sequence[Event]) -> bytes:
    """A table, in the encoding that spreadsheets recognise by themselves."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, HEADINGS)
    writer.writeheader()
    for event in events:
        facts = "; ".join(f"{key}={value}" for key, value in event.facts)
        writer.writerow({heading: _cell(value) for heading, value in {**_plain(event), "facts": facts}.items()})
    return table.getvalue().encode("utf-8-sig")


def _plain(event: Event) -> dict[str, object]:
    token = event.token
    return {
        "number": event.number,
        "at": event.at.isoformat(timespec="milliseconds"),
        "kind": event.kind,
        "who": event.who,
        "name": event.name,
        "manufacturer": token.manufacturer if token else "",
        "model": token.model if token else "",
        "serial": token.serial if token else "",
    }


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


TRANSCRIPTS: Mapping[str, Callable[[Sequence[Event]], bytes]] = {"json": as_json, "csv": as_csv}
