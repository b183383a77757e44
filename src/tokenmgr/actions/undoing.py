"""Take a change on the computer back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.browsers import FOR_ALL, REGISTERED, REMOVED, here, remove_for_all, take_back

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.browsers.kinds import BrowserProfile
    from tokenmgr.changes.record import Changes


def undo(changes: Changes, number: str, browsers: Callable[[], Sequence[BrowserProfile]] = here) -> None:
    """To the byte. ChangedSince where something else has changed it meanwhile.

    Of a browser's list that others have changed since only our own entry is taken out; BrowserRunning while it is open.
    """
    change = changes.find(number)
    if change.state != "undone" and change.kind in {REGISTERED, REMOVED}:
        take_back(changes, change, browsers())
    elif change.state != "undone" and change.kind == FOR_ALL:
        remove_for_all(changes, dict(change.what)["name"], change.edits[0].path)  # type: ignore[union-attr]
    else:
        changes.undo(number)
