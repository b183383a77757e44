"""What this program changes on the computer, as values that can be taken back to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime
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
    #: The rights of folders that have to be made for it.
    folder_mode: int = 0o700


class RightsEdit(NamedTuple):
    """Who may do what with a file, before and after."""

    path: Path
    before: int
    after: int


class RegistryEdit(NamedTuple):
    """One text in the user's own part of Windows' registry; None where there is none."""

    key: str
    name: str
    before: str | None
    after: str | None


class Step(NamedTuple):
    """What no file holds: a service started, a rule for a device. `name` is from a closed list, never a command."""

    name: str
    #: What it is done to.
    about: str
    #: How it was before, as far as going back needs it.
    before: str = ""


Edit = FileEdit | RightsEdit | RegistryEdit | Step

#: Every kind of change, for whoever has the words for them.
KINDS = (
    "browser",
    "browser-removed",
    "browser-policy",
    "browser-policy-removed",
    "autostart",
    "rights",
    "reader-service",
    "time-service",
    "device-rule",
)
State = Literal["begun", "done", "undone"]


class Change(NamedTuple):
    """One thing that this program did to the computer because a person wished it."""

    id: str
    kind: str
    at: datetime
    #: What it was about: a browser's name, a path.
    what: tuple[tuple[str, str], ...]
    edits: tuple[Edit, ...]
    state: State
    undone_at: datetime | None = None
