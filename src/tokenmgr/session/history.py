"""What happened to tokens, line by line, in a record that shows whether somebody meddled with it.

Never a PIN: a fact is a number or a short text under a name from a closed list. A record that cannot be written never
stands in the way of what it records: `trouble` says so, and the work goes on.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.token import TokenId
from tokenmgr.session.events import FACTS, KINDS, WHO, Event
from tokenmgr.session.seals import GENESIS, Chain, Head, seal
from tokenmgr.system import locks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tokenmgr.model.token import Token
    from tokenmgr.session.events import Who

__all__ = ["KINDS", "Event", "History"]

T = TypeVar("T")
LONGEST_TEXT = 200
#: A PIN change does not wait longer than this for the record of it.
PATIENCE_SECONDS = 2.0
SCHEMA = """
CREATE TABLE IF NOT EXISTS line (
    number INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    manufacturer TEXT, model TEXT, serial TEXT,
    name   TEXT NOT NULL,
    who    TEXT NOT NULL,
    facts  TEXT NOT NULL,
    seal   TEXT NOT NULL
);
"""
#: How often a writer looks whether the other has finished.
SOON_SECONDS = 0.01
KIND, SEAL = 2, -1
INSERT = "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#: SQLite's words for a file that is not a record, or not any more: ERROR, CORRUPT, MISMATCH, FORMAT, NOTADB.
BROKEN = frozenset({1, 11, 20, 24, 26})


class History:
    """The record in its file, for all threads and processes of the user."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._chain = Chain(path.with_suffix(".key"), path.with_suffix(".head"))
        self._troubles: dict[str, str] = {}

    @property
    def trouble(self) -> str:
        """Why the last line could not be written, or the record not read; empty when all is well."""
        return self._troubles.get("write") or self._troubles.get("read", "")

    def add(self, kind: str, token: TokenId | None, name: str, who: Who, **facts: str | int) -> None:
        """Write a line. What disks do is noted in `trouble`, never raised."""
        about = _about(kind, token, name, who, facts)
        self._noting("write", lambda: self._append(about), None)

    def keep(self, kind: str, token: Token | None, alias: str, facts: Mapping[str, str | int]) -> None:
        """Write down what the rooms below tell of."""
        name = "" if token is None else alias or token.label
        self.add(kind, token.id if token else None, name, WHO.get(kind, "this-program"), **facts)

    def clear(self) -> None:
        """Take all lines out and say so in one: the gap can be seen."""
        about = _about("cleared", None, "", "this-program", {"count": len(self.every())})
        self._noting("write", lambda: self._append(about, clearing=True), None)

    def latest(self, count: int) -> list[Event]:
        """The newest lines, newest first."""
        return self._events("SELECT * FROM line ORDER BY number DESC LIMIT ?", count)

    def every(
        self, *, kind: str = "", token: TokenId | None = None, since: datetime | None = None, text: str = ""
    ) -> list[Event]:
        """All lines that fit, newest first."""
        wanted = (
            ("kind = ?", kind, kind),
            ("manufacturer = ?", token, token and token.manufacturer),
            ("model = ?", token, token and token.model),
            ("serial = ?", token, token and token.serial),
            ("at >= ?", since, since and _thousandths(since)),
        )
        terms = [(term, value) for term, asked, value in wanted if asked]
        where = " AND ".join(term for term, _ in terms) or "1"
        # The terms are the five above; what is asked for goes in as values.
        found = self._events(
            f"SELECT * FROM line WHERE {where} ORDER BY number DESC",  # noqa: S608
            *(value for _, value in terms),
        )
        return [event for event in found if _mentions(event, text.casefold())] if text else found

    def verify(self) -> int | None:
        """None where every line is as it was written; else the number of the first that is not, or is missing."""
        unread: int | None = 1
        return self._noting("read", self._first_broken, unread)

    def export(self, path: Path, fmt: str) -> None:
        """All lines, oldest first, into a file, "json" or "csv". FileUnreadable where that fails."""
        from tokenmgr.session.transcript import TRANSCRIPTS  # csv and its like, only here

        events = self.every()[::-1]
        if "read" in self._troubles:
            raise FileUnreadable(str(self._path), self._troubles["read"])
        try:
            path.write_bytes(TRANSCRIPTS[fmt](events))
        except OSError as error:
            raise FileUnreadable(str(path), error.strerror or type(error).__name__) from None

    def _noting(self, doing: str, work: Callable[[], T], otherwise: T) -> T:
        """Do it; where the disk or the file is in the way, note why."""
        import sqlite3

        try:
            done = work()
        except (sqlite3.Error, OSError, UnicodeError) as error:
            self._troubles[doing] = str(error) or type(error).__name__
            return otherwise
        if doing == "write":
            self._troubles.clear()  # what was in the way of reading has been put aside
        self._troubles.pop(doing, None)
        return done

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One writer at a time over all processes. A writer that is stuck is not waited for."""
        lock, deadline = self._path.with_suffix(".lock"), time.monotonic() + PATIENCE_SECONDS
        while True:
            with locks.tried(lock) as held:
                if held:
                    yield
                    return
            if time.monotonic() > deadline:
                raise TimeoutError("another program is writing")
            time.sleep(SOON_SECONDS)

    def _append(self, about: tuple[Any, ...], *, clearing: bool = False) -> None:
        with self._alone():
            try:
                self._write(about, clearing=clearing)
            except Exception as error:
                if not _is_broken(error):
                    raise
                self._set_aside()
                self._write(about, clearing=clearing)

    def _write(self, about: tuple[Any, ...], *, clearing: bool) -> None:
        with closing(self._connected()) as connection:
            before = self._last(connection)
            row = (before.number + 1, *about)
            made = seal(self._chain.key_or_new(), GENESIS if clearing else before.seal, _sealed(row))
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                if clearing:
                    connection.execute("DELETE FROM line")
                connection.execute(INSERT, (*row, made))
        self._chain.move_head(Head(row[0], made))

    def _last(self, connection: sqlite3.Connection) -> Head:
        """What the next line follows. Where lines were cut off that is the head: the gap stays to be seen."""
        found = connection.execute("SELECT number, seal FROM line ORDER BY number DESC LIMIT 1").fetchone()
        lines = Head(*found) if found else Head(0, GENESIS)
        return max(lines, self._chain.head() or lines, key=lambda head: head.number)

    def _first_broken(self) -> int | None:
        if not (self._path.exists() or self._chain.head()):
            return None
        with self._alone():
            rows, head, key = self._rows("SELECT * FROM line ORDER BY number"), self._chain.head(), self._chain.key()
        before, expected = GENESIS, rows[0][0] if rows and rows[0][KIND] == "cleared" else 1
        for row in rows:
            if row[0] != expected or key is None or row[SEAL] != seal(key, before, _sealed(row[:SEAL])):
                return expected
            if head and head.number == row[0] and head.seal != row[SEAL]:
                return expected
            before, expected = row[SEAL], expected + 1
        cut_off = head.number >= expected if head else bool(rows)
        return expected if cut_off else None

    def _events(self, query: str, *values: object) -> list[Event]:
        none: list[tuple[Any, ...]] = []
        rows = self._noting("read", lambda: self._rows(query, *values), none)
        return [event for row in rows if (event := _event(row)) is not None]

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        if not self._path.exists():
            return []
        with closing(self._connected()) as connection:
            return connection.execute(query, values).fetchall()

    def _connected(self) -> sqlite3.Connection:
        """Anew for each use: lines are few, and a file that was replaced meanwhile is not written to."""
        import sqlite3

        with suppress(OSError):  # where nothing may be written, what stands there can still be read
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(self._path, timeout=PATIENCE_SECONDS, isolation_level=None)
        connection.text_factory = _as_text
        try:
            connection.executescript(SCHEMA)
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> None:
        """Not a record any more: keep it for whoever wants to look. The head stays, so `verify` tells of the gap."""
        stamp = time.time_ns()
        for part in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            with suppress(FileNotFoundError):
                part.rename(part.with_name(f"{part.name}.broken-{stamp}"))


def _about(
    kind: str, token: TokenId | None, name: str, who: Who, facts: Mapping[str, str | int]
) -> tuple[str | int | None, ...]:
    """A line but for its number and its seal. ValueError for what does not belong in a history."""
    if kind not in KINDS or not facts.keys() <= FACTS:
        raise ValueError(kind, *facts)
    if not all(type(value) in {str, int} for value in facts.values()):
        raise ValueError(kind, "facts are texts and numbers")
    shortened = {key: _storable(value) if isinstance(value, str) else value for key, value in facts.items()}
    who_is_it = (token.manufacturer, token.model, token.serial) if token else (None, None, None)
    at = _thousandths(datetime.now(UTC))
    return at, kind, *who_is_it, _storable(name), who, json.dumps(shortened)


def _storable(text: str) -> str:
    return text[:LONGEST_TEXT].encode(errors="replace").decode()


def _thousandths(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _sealed(row: tuple[Any, ...]) -> str:
    """What is sealed of a line: everything in it."""
    return json.dumps(row, default=repr)


def _event(row: tuple[Any, ...]) -> Event | None:
    """The line; None where somebody has made it one that cannot be."""
    try:
        number, at, kind, manufacturer, model, serial, name, who, facts, _seal = row
        moment = datetime.fromtimestamp(at / 1000, UTC)
        token = None if serial is None else TokenId(str(manufacturer), str(model), str(serial))
        return Event(number, moment, str(kind), token, str(name), who, tuple(json.loads(facts).items()))
    except (TypeError, ValueError, AttributeError, OverflowError, OSError):
        return None


def _mentions(event: Event, text: str) -> bool:
    token = (event.token.manufacturer, event.token.model, event.token.serial) if event.token else ()
    values = (value for _, value in event.facts)
    return any(text in str(part).casefold() for part in (event.kind, event.name, event.who, *token, *values))


def _is_broken(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in BROKEN


def _as_text(raw: bytes) -> str:
    return raw.decode(errors="replace")
