"""The lockout ledger: every try of every token that this computer made, written before it and settled after it.

A crash in between leaves a try that counts as spent, so the number shown is never above the true one as far as this
computer knows. What cannot be written down is not tried.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tokenmgr.model.errors import LedgerUnwritable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tokenmgr.model.pin import PinKind
    from tokenmgr.model.token import TokenId

SCHEMA = """
CREATE TABLE IF NOT EXISTS event (
    number INTEGER PRIMARY KEY,
    token  TEXT NOT NULL,
    kind   TEXT NOT NULL,
    at     REAL NOT NULL,
    what   TEXT NOT NULL,
    tries  INTEGER
);
CREATE INDEX IF NOT EXISTS of_token ON event (token, kind, number);
"""
#: What a try may turn out to be. "void" never reached the token; "lost" may have, and its answer did not come back.
SPENT = frozenset({"begun", "wrong", "lost"})
BUSY_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the ledger."""

    at: float
    what: str
    tries: int | None


@dataclass(frozen=True, slots=True)
class Past:
    """What the lines of one PIN add up to."""

    #: Tries left at most, given the issuer's limit; None where nothing bounds it.
    left: int | None
    #: Misses since the PIN was last right.
    misses: int
    #: The token said "locked" and nobody unlocked it since.
    locked: bool
    #: The vendor's counter did not move as a counter should.
    doubted: bool


def added_up(events: Iterable[Event], limit: int | None) -> Past:
    """Fold the lines, oldest first."""
    left, misses, locked, doubted = limit, 0, False, False
    for event in events:
        if event.what in SPENT:
            misses += 1
            left = event.tries if event.tries is not None else (None if left is None else left - 1)
        elif event.what in {"right", "reset"}:
            left, misses, locked = limit, 0, False
        elif event.what == "locked":
            left, locked = 0, True
        elif event.what == "seen":
            left, locked = event.tries, event.tries == 0
        elif event.what == "doubt":
            doubted = True
    return Past(None if left is None else max(left, 0), misses, locked, doubted)


def named(token: TokenId) -> str:
    """A token as the ledger calls it."""
    return "\x1f".join((token.manufacturer, token.model, token.serial))


class Ledger:
    """The ledger in its file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._lock = threading.Lock()

    def begin(self, token: TokenId, kind: PinKind) -> int:
        """Write down a try that is about to be made. LedgerUnwritable: do not make it."""
        try:
            return self._write(token, kind, "begun", None)
        except (sqlite3.Error, OSError) as error:
            raise LedgerUnwritable(str(error)) from None

    def settle(self, number: int, what: str, tries: int | None = None) -> None:
        """Write down what became of it. Where that fails the try stays spent, which is the safe side."""
        with suppress(sqlite3.Error, OSError), self._lock:
            self._open().execute("UPDATE event SET what = ?, tries = ? WHERE number = ?", (what, tries, number))

    def note(self, token: TokenId, kind: PinKind, what: str, tries: int | None = None) -> None:
        """Write down something seen: "seen" with a true count, "locked", "reset", "doubt"."""
        with suppress(sqlite3.Error, OSError):
            self._write(token, kind, what, tries)

    def past(self, token: TokenId, kind: PinKind, limit: int | None) -> Past:
        """What is known of a PIN. A ledger that cannot be read knows nothing."""
        return added_up(self.events(token, kind), limit)

    def events(self, token: TokenId, kind: PinKind) -> list[Event]:
        """The lines of one PIN, oldest first."""
        if self._connection is None and not self._path.exists():
            return []
        query = "SELECT at, what, tries FROM event WHERE token = ? AND kind = ? ORDER BY number"
        try:
            with self._lock:
                rows = self._open().execute(query, (named(token), kind.value)).fetchall()
        except (sqlite3.Error, OSError):
            return []
        return [Event(*row) for row in rows]

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _write(self, token: TokenId, kind: PinKind, what: str, tries: int | None) -> int:
        row = (named(token), kind.value, time.time(), what, tries)
        with self._lock:
            cursor = self._open().execute("INSERT INTO event (token, kind, at, what, tries) VALUES (?, ?, ?, ?, ?)", row)
        return int(cursor.lastrowid or 0)

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                self._connection = self._connected()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                # Not a ledger any more. Keep it for whoever wants to look, and go on with what the issuer says.
                self._path.rename(self._path.with_suffix(f".broken-{time.time_ns()}"))
                self._connection = self._connected()
        return self._connection

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.executescript(SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
        self._path.chmod(0o600)
        return connection
