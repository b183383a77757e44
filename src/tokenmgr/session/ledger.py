"""The lockout ledger: every try of every token that this computer made, written before it and settled after it.

A crash in between leaves a try that counts as spent, so the number shown is never above the true one as far as this
computer knows. What cannot be written down is not tried.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import LedgerUnwritable
from tokenmgr.system import locks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tokenmgr.model.pin import PinKind
    from tokenmgr.model.token import TokenId

    Row = tuple[float, str, int | None, int]

SCHEMA = """
CREATE TABLE IF NOT EXISTS event (
    number INTEGER PRIMARY KEY,
    token  TEXT NOT NULL,
    kind   TEXT NOT NULL,
    at     REAL NOT NULL,
    what   TEXT NOT NULL,
    tries  INTEGER
);
"""
FORGETTING = """
-- What came before a right PIN says nothing any more, so the file stays small enough to be checked at every start.
-- That the PIN is another one stays: whoever keeps the one before must not miss it.
DROP TRIGGER IF EXISTS forget_older;
CREATE TRIGGER IF NOT EXISTS forget_tries AFTER UPDATE ON event WHEN NEW.what = 'right' BEGIN
    DELETE FROM event WHERE token = NEW.token AND kind = NEW.kind AND number < NEW.number
        AND what NOT IN ('doubt', 'reset');
END;
"""
INSERT = "INSERT INTO event (token, kind, at, what, tries) VALUES (?, ?, ?, ?, ?)"
#: Lines that are no try spent: "void" never reached the token. Anything else ("begun", "wrong", "lost" where the answer
#: did not come back, or what a failing disk made of a word) is one.
UNSPENT = frozenset({"void", "right", "reset", "locked", "doubt"})
#: Lines that leave a PIN as right as it was.
HARMLESS = frozenset({"void", "right", "doubt"})
#: Tries that were lost on the way may never have reached the token, and others may have been right in between: that
#: none is left is the token's own word to say.
FEWEST = 1
BUSY_SECONDS = 20.0
#: SQLite's words for a file that is not a ledger, or not any more: ERROR (another schema), CORRUPT, MISMATCH, FORMAT,
#: NOTADB. All others (full, locked) may be gone the next time.
BROKEN = frozenset({1, 11, 20, 24, 26})
READ_ONLY = 8
#: UnicodeError: the name of a broken table, in an error about it.
TROUBLE = (sqlite3.Error, UnicodeError, OSError)


class Unsound(sqlite3.DatabaseError):
    """The file is in disorder."""


class Event(NamedTuple):
    """One line of the ledger."""

    at: float
    what: str
    tries: int | None
    #: Grows from line to line, over all tokens.
    number: int = 0


class Past(NamedTuple):
    """What the lines of one PIN add up to."""

    #: Tries left at most, given the issuer's limit, but never none; None where nothing bounds it.
    left: int | None
    #: Misses since the PIN was last right.
    misses: int
    #: The token said "locked" and nobody unlocked it since.
    locked: bool
    #: The vendor's counter did not move as a counter should.
    doubted: bool
    #: What the token itself counted when nobody had missed, where it did: some have fewer tries than their issuer says.
    full: int | None = None
    #: Its flags showed the lock, so they would still if it stood.
    lock_shown: bool = False


def added_up(events: Iterable[Event], limit: int | None) -> Past:
    """Fold the lines, oldest first."""
    left, misses, locked, doubted, full, shown = limit, 0, False, False, None, False
    for event in events:
        if event.what in {"right", "reset"}:
            full = _full(event.tries, full)
            left, misses, locked, shown = _less(limit, full), 0, False, False
        elif event.what == "locked":
            left, locked, shown = FEWEST, True, shown or event.tries == 0
        elif event.what == "doubt":
            doubted = True
        elif event.what not in UNSPENT:
            misses += 1
            left = _after_miss(left, limit, None if doubted else event.tries)
    return Past(left, misses, locked, doubted, full, shown)


def _full(counted: int | None, before: int | None) -> int | None:
    """What a right PIN brought back; a line that does not say leaves it as it was."""
    return counted if isinstance(counted, int) and counted > 0 else before


def _less(limit: int | None, full: int | None) -> int | None:
    known = [number for number in (limit, full) if number is not None]
    return min(known) if limit is not None and known else limit


def _after_miss(left: int | None, limit: int | None, counted: int | None) -> int | None:
    """What the token itself counted, where it did and that can be; else one less than before."""
    if isinstance(counted, int) and counted >= 0 and (limit is None or counted < limit):
        return max(counted, FEWEST)
    return None if left is None else max(left - 1, FEWEST)


def named(token: TokenId) -> str:
    """A token as the ledger calls it."""
    return f"{token.manufacturer}\x1f{token.model}\x1f{token.serial}"


class Ledger:
    """The ledger in its file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._lock = threading.Lock()

    def begin(self, token: TokenId, kind: PinKind) -> int:
        """Write down a try that is about to be made. LedgerUnwritable: do not make it."""
        try:
            return self._write(token, kind, "begun")
        except TROUBLE as error:
            raise LedgerUnwritable(str(error)) from None

    def settle(self, number: int, what: str, tries: int | None = None) -> None:
        """Write down what became of it. Where that fails the try stays spent, which is the safe side."""
        query = "UPDATE event SET what = ?, tries = ? WHERE number = ? AND what = 'begun'"
        with suppress(*TROUBLE):
            self._run(query, (what, tries, number))

    def note(self, token: TokenId, kind: PinKind, what: str, tries: int | None = None) -> None:
        """Write down something seen: "locked" (0 tries where the token shows it), "reset", "doubt"."""
        with suppress(*TROUBLE):
            self._write(token, kind, what, tries)

    def past(self, token: TokenId, kind: PinKind, limit: int | None) -> Past:
        """What is known of a PIN. A ledger that cannot be read knows nothing."""
        return added_up(self.events(token, kind), limit)

    def events(self, token: TokenId, kind: PinKind) -> list[Event]:
        """The lines of one PIN, oldest first."""
        if self._connection is None and not self._path.exists():
            return []
        query = "SELECT at, what, tries, number FROM event WHERE token = ? AND kind = ? ORDER BY number"
        try:
            rows, _number = self._run(query, (named(token), kind.value))
        except TROUBLE:
            return []
        return [Event(*row) for row in rows]

    def line(self, token: TokenId, kind: PinKind) -> int:
        """The number of the last one, 0 where there is none."""
        return max((event.number for event in self.events(token, kind)), default=0)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._let_go()

    def _write(self, token: TokenId, kind: PinKind, what: str, tries: int | None = None) -> int:
        return self._run(INSERT, (named(token), kind.value, time.time(), what, tries))[1]

    def _run(self, query: str, values: tuple[object, ...]) -> tuple[list[Row], int]:
        """Rows, and the number of the row that was written; once more where the file had to be replaced."""
        with self._lock:
            try:
                return self._execute(query, values)
            except (sqlite3.Error, UnicodeError) as error:
                if not self._is_broken(error):
                    raise
                self._set_aside()
                return self._execute(query, values)

    def _execute(self, query: str, values: tuple[object, ...]) -> tuple[list[Row], int]:
        if self._connection is None:
            self._connection = self._connected()
        cursor = self._connection.execute(query, values)
        return cursor.fetchall(), int(cursor.lastrowid or 0)

    def _connected(self) -> sqlite3.Connection:
        with suppress(OSError):  # where nothing may be written, what stands there can still be read
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            # One file, readable where nothing can be written and on network drives, unlike a write-ahead log.
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.text_factory = _as_text
            connection.executescript(SCHEMA)
            _teach_forgetting(connection)
            _check(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _set_aside(self) -> None:
        """Not a ledger any more: keep it for whoever wants to look, and go on with what token and issuer say."""
        self._let_go()
        with locks.held(self._path.with_suffix(".lock")):
            if self._is_sound():
                return  # another process has replaced it already
            stamp = time.time_ns()
            # Its journal goes with it: it would be played back into the next ledger.
            for part in (self._path, self._path.with_name(f"{self._path.name}-journal")):
                with suppress(FileNotFoundError):
                    part.rename(part.with_name(f"{part.name}.broken-{stamp}"))

    def _is_sound(self) -> bool:
        try:
            connection = self._connected()
        except (sqlite3.Error, UnicodeError) as error:
            if self._is_broken(error):
                return False
            raise
        try:
            connection.execute("BEGIN")
            connection.execute(INSERT, ("", "", 0.0, "", None))  # a turned bit may forbid it; closing takes it back
            connection.execute("SELECT number, token, kind, at, what, tries FROM event LIMIT 1")
        except sqlite3.Error as error:
            return not self._is_broken(error)
        finally:
            connection.close()
        return True

    def _is_broken(self, error: Exception) -> bool:
        """Whether the file is to blame, not its surroundings; a file taken away under us counts as broken, too."""
        if isinstance(error, Unsound | UnicodeError):
            return True
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == READ_ONLY:
            return os.access(self._path, os.W_OK) or not self._path.exists()
        return code in BROKEN


def _teach_forgetting(connection: sqlite3.Connection) -> None:
    """Also a file that another version made; where nothing can be written, what stands there can still be read."""
    try:
        connection.executescript(FORGETTING)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != READ_ONLY:
            raise


def _check(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise Unsound


def _as_text(raw: bytes) -> str:
    return raw.decode(errors="replace")
