"""Seals that tie each line of a record to all lines before it, and the last seal kept where the record is not.

Whoever changes, adds or takes out a line without the key breaks a seal; whoever cuts lines off the end leaves a record
shorter than its head. A person who can read this user's files can read the key, too: it shows meddling by those who
only reach the record, by mistake or by sync and backup programs.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32
#: Before the first line.
GENESIS = "0" * 64
HEAD = re.compile(rb"([0-9]{20}) ([0-9a-f]{64})\n")
#: More than either file holds.
ENOUGH = 256


class Head(NamedTuple):
    """The number and the seal of the last line that was written."""

    number: int
    seal: str


class Chain:
    """The key and the head, each in a small file of its own."""

    def __init__(self, key: Path, head: Path) -> None:
        self._key_path = key
        self._head_path = head

    def key(self) -> bytes | None:
        """The key, where there is one."""
        found = _start_of(self._key_path)
        return found if len(found) == KEY_BYTES else None

    def key_or_new(self) -> bytes:
        """The key, made at the first need. A lost one is replaced, and then nothing older checks any more."""
        found = self.key()
        if found is not None:
            return found
        made = os.urandom(KEY_BYTES)
        _written(self._key_path, made, os.O_TRUNC)
        return made

    def head(self) -> Head | None:
        """Which line was the last, as far as that is written down."""
        found = HEAD.fullmatch(_start_of(self._head_path))
        return Head(int(found[1]), found[2].decode("ascii")) if found else None

    def move_head(self, head: Head) -> None:
        """Written over in place: a full disk has room for it."""
        _written(self._head_path, f"{head.number:020} {head.seal}\n".encode("ascii"))


def seal(key: bytes, before: str, line: str) -> str:
    """The seal of a line that follows another."""
    return hmac.digest(key, f"{before}\n{line}".encode(), hashlib.sha256).hex()


def _start_of(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as file:
        return file.read(ENOUGH)
    return b""


def _written(path: Path, content: bytes, flags: int = 0) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | flags, 0o600)
    try:
        os.write(fd, content)
    finally:
        os.close(fd)
