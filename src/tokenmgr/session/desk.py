"""What a screen works with, whatever kind of screen it is. Built in app.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.ca.shelf import Shelf
    from tokenmgr.changes.record import Changes
    from tokenmgr.providers.base import ModuleShelf, Rehearsal
    from tokenmgr.session.cache import PinCache
    from tokenmgr.session.history import History
    from tokenmgr.session.inventory import Inventory
    from tokenmgr.session.known import KnownTokens
    from tokenmgr.session.ledger import Ledger
    from tokenmgr.session.waiting import Waiting
    from tokenmgr.session.watch import Watch


class Desk(NamedTuple):
    """Everything a screen may touch."""

    inventory: Inventory
    modules: ModuleShelf
    profiles: Shelf
    rehearsal: Callable[[], Rehearsal]
    ledger: Ledger
    cache: PinCache
    waiting: Waiting
    watch: Callable[[], Watch]
    history: Callable[[], History]
    known: Callable[[], KnownTokens]
    changes: Callable[[], Changes]

    def close(self) -> None:
        """Forget PINs, let go of tokens and files."""
        self.inventory.close()
        self.ledger.close()
