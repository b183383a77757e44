"""Starting with the computer, as the person likes. It is a change on the computer, so it is recorded like any other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tokenmgr.model.change import FileEdit, RegistryEdit
from tokenmgr.model.computer_errors import ChangedSince
from tokenmgr.system import autostart

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.changes.record import Changes
    from tokenmgr.model.change import Edit

KIND = "autostart"
#: Anybody may read which programs start.
MODE = 0o644


class Autostart:
    """All of it reads or writes files: never asked in the window's thread. TokenError where the system refuses."""

    def __init__(self, changes: Callable[[], Changes]) -> None:
        self._changes = changes

    def is_on(self) -> bool:
        """As the system has it, whoever made it so."""
        return autostart.is_on()

    def turn_on(self) -> None:
        """Make the entry, or make it anew; one that is right stays. What the system noted against it is taken away."""
        edits = [wanted_edit()] if autostart.read() != _wanted() else []
        note = autostart.switched_off()
        if note is not None:
            edits.append(RegistryEdit(autostart.APPROVED_KEY, autostart.NAME, note, None))
        if edits:
            self._changes().apply(KIND, {}, edits)

    def turn_off(self) -> None:
        """Take ours back; one that nobody recorded, or that was changed since, goes all the same."""
        changes = self._changes()
        for change in changes.standing():
            if change.kind == KIND:
                try:
                    changes.undo(change.id)
                except ChangedSince:
                    changes.gone(change.id)
        if autostart.read() is not None:
            changes.gone(changes.apply(KIND, {}, [_edit(None)]))


def wanted_edit() -> Edit:
    """What makes the entry right."""
    return _edit(_wanted())


def _wanted() -> bytes:
    return autostart.entry(autostart.command())


def _edit(after: bytes | None) -> Edit:
    before = autostart.read()
    if sys.platform == "win32":
        return RegistryEdit(autostart.RUN_KEY, autostart.NAME, _text(before), _text(after))
    return FileEdit(autostart.place(), before, after, MODE)


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode()
