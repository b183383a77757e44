"""What this program changes on the computer, as values that can be taken back to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class FileEdit(NamedTuple):
    """One file before and after. Nothing is written by making one: `changes` writes, and remembers how to go back."""

    path: Path
    #: None: there was no such file.
    before: bytes | None
    #: None: there is no such file afterwards.
    after: bytes | None
    #: The rights of a file that is made anew; one that is there keeps its own.
    mode: int = 0o600
