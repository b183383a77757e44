"""Take a change on the computer back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.browser_policy import FOR_ALL, REMOVED_FOR_ALL, take_back_for_all
from tokenmgr.actions.browsers import REGISTERED, REMOVED, here, take_back

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
    elif change.state != "undone" and change.kind in {FOR_ALL, REMOVED_FOR_ALL}:
        take_back_for_all(changes, change)
    else:
        changes.undo(number)
