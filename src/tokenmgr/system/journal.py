"""A log that cannot hold a PIN: not because somebody takes care, but because there is no room for one.

A line is a code and facts. Codes, facts and every word that may stand for a fact are on closed lists in this file;
numbers are whole and below a hundred, and a PIN has four digits at least. What is on no list is left out, and that it
was is noted. Off until the user turns it on.
"""

from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tokenmgr.system.private_folder import private_folder

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 512_000
#: Larger counts are written as this.
MOST = 99

CODES = frozenset(
    {
        "started", "ended", "log-on", "log-off", "log-cleared", "unlisted",
        "token-came", "token-left", "tokens-looked-at",
        "pin-right", "pin-wrong", "pin-locked", "pin-refused", "pin-changed", "pin-unlocked", "pin-not-sent",
        "signed", "decrypted", "tested", "renamed", "initialised", "imported", "exported", "deleted", "key-made",
        "module-started", "module-ended", "module-crashed", "module-hung", "module-faulty", "module-set-aside",
        "module-added", "module-removed", "module-enabled", "module-disabled",
        "error", "check", "doctor-run", "report-made", "setting-changed", "window-opened", "window-closed", "slow",
    }
)  # fmt: skip

VENDORS = frozenset(
    {
        "athena", "bjca", "feitian", "haitai", "longmai", "netca", "opencryptoki", "opensc", "p11-kit", "safenet",
        "softhsm", "watchdata", "yubikey", "practice", "other",
    }
)  # fmt: skip

#: Codes of errors, as model/errors.py and its further parts have them.
ERRORS = frozenset(
    {
        "token-error", "pin-error", "wrong-pin", "pin-locked", "pin-refused", "pin-must-change", "pin-not-set",
        "last-try", "unreachable", "token-not-found", "token-ambiguous", "token-gone", "token-swapped", "token-twins",
        "module-error",
        "module-crashed", "module-hung", "module-fault", "module-garbled", "module-set-aside", "module-unfit",
        "module-untrusted", "service-down", "refused", "not-supported", "login-needed", "token-full", "token-busy",
        "key-missing", "object-missing", "mechanism-refused", "self-test-failed", "file-unreadable",
        "ledger-unwritable", "profile-broken", "cancelled", "unexpected",
        "update-unreachable", "update-untrusted", "update-address-missing",
        "computer-error", "changed-since", "change-unknown", "step-refused", "repair-unknown",
        "browser-error", "browser-has-module", "browser-lacks-module", "browser-name-refused", "browser-not-found",
        "browser-profile-broken", "browser-running", "browser-sandboxed",
    }
)  # fmt: skip

CHECKS = frozenset(
    {
        "modules", "module", "module-duplicates", "token-shared", "reader-service", "readers", "reader-taken",
        "usb-token", "usb-access", "usb-sleep", "clock", "clock-service", "keyring", "disk-space", "own-files",
        "autostart", "browsers", "security-software", "vendor-service", "crashes",
    }
)  # fmt: skip

#: How long something took, roughly: milliseconds would be a number that anything fits into.
DURATIONS = ((0.1, "under-0.1s"), (0.5, "under-0.5s"), (2.0, "under-2s"), (10.0, "under-10s"), (60.0, "under-60s"))
LONGER = "longer"

WORDS = {
    "vendor": VENDORS,
    "error": ERRORS,
    "check": CHECKS,
    "state": frozenset({"ok", "warn", "bad", "skipped", "ready", "failed"}),
    "who": frozenset({"this-program", "other-program", "token"}),
    "kind": frozenset({"user", "so", "puk"}),
    "certainty": frozenset({"exact", "at_most", "unknown"}),
    "verb": frozenset(
        {
            "login", "change-pin", "unlock", "sign", "decrypt", "list", "certificates", "import", "export", "delete",
            "make-key", "rename", "initialise", "self-test", "challenge",
        }
    ),
    "took": frozenset({*(word for _, word in DURATIONS), LONGER}),
    "setting": frozenset(
        {"language", "theme", "view", "pin-cache", "notices", "log", "tray", "start", "mini", "updates"}
    ),
    "system": frozenset({"linux", "windows", "macos"}),
    "page": frozenset({"home", "tokens", "certificates", "pin", "history", "doctor", "settings"}),
}  # fmt: skip
#: Facts that are counts.
COUNTS = frozenset({"count", "tries", "tokens", "modules", "certificates", "crashes", "hangs", "days"})

Fact = str | int


def took(seconds: float) -> str:
    """The word for a time."""
    return next((word for limit, word in DURATIONS if seconds < limit), LONGER)


def admitted(code: str, facts: dict[str, object]) -> dict[str, Fact]:
    """What of it may be written. Each value is taken from a list of ours, never from the caller."""
    row: dict[str, Fact] = {"code": next((each for each in CODES if each == code), "unlisted")}
    left_out = 0
    for name, value in facts.items():
        fact = _fact(name, value)
        if fact is None:
            left_out += 1
        else:
            row[fact[0]] = fact[1]
    if left_out:
        row["left-out"] = min(left_out, MOST)
    return row


def _fact(name: str, value: object) -> tuple[str, Fact] | None:
    for known, words in WORDS.items():
        if known == name:
            return next(((known, word) for word in words if word == value), None)
    for known in COUNTS:
        if known == name and type(value) is int and value >= 0:
            # A PIN passed as a count becomes 99, as every number does that is no count.
            return known, min(value, MOST)
    return None


class Journal:
    """Two files of a bounded size: the one written to, and the one before it."""

    def __init__(self, path: Path, *, on: bool = False, largest: int = LARGEST) -> None:
        self.path = path
        self._on = on
        self._largest = largest
        self._lock = threading.Lock()

    @property
    def before(self) -> Path:
        """The older file."""
        return self.path.with_suffix(f".1{self.path.suffix}")

    @property
    def is_on(self) -> bool:
        """Whether anything is written."""
        return self._on

    def turn(self, *, on: bool) -> None:
        """Both ends are noted, so that a gap is seen to be one."""
        if on == self._on:
            return
        self._on = True
        self.write("log-on" if on else "log-off")
        self._on = on

    def write(self, code: str, **facts: object) -> None:
        """Never raises: a full disk must not stop a user's work."""
        if not self._on:
            return
        at = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        line = json.dumps({"at": at, **admitted(code, facts)}).encode() + b"\n"
        with self._lock, suppress(OSError):
            self._append(line)

    def _append(self, line: bytes) -> None:
        private_folder(self.path.parent)
        if self._size() + len(line) > self._largest:
            self.path.replace(self.before)
        fd = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            os.write(fd, line)  # whole lines, so that two processes of ours do not mix theirs
        finally:
            os.close(fd)

    def _size(self) -> int:
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def read(self) -> bytes:
        """All of it, oldest first: for looking at, and for exporting by write_beside."""
        found = b""
        for path in (self.before, self.path):
            with suppress(OSError), self._lock, path.open("rb") as file:
                found += file.read(2 * self._largest)
        return found

    def clear(self) -> None:
        """Both files go; that they did is the first line of the new one."""
        with self._lock:
            for path in (self.before, self.path):
                path.unlink(missing_ok=True)
        self.write("log-cleared")
