"""A kept PIN is spent only where a try more or less does not matter, and where nobody has touched the PIN since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.errors import TokenError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.pin import PinKind, PinReading, TriesLeft
    from tokenmgr.model.token import Token
    from tokenmgr.session.cache import KeptPin, PinCache
    from tokenmgr.session.guard import Guard

#: A kept PIN is not spent on a token with fewer tries than this.
ENOUGH_TRIES = 3


def spendable(
    cache: PinCache, guard: Guard, token: Token, kind: PinKind, look: Callable[[], tuple[PinReading, TriesLeft]]
) -> KeptPin | None:
    """The kept PIN, if there is one and it is safe to spend; it is forgotten where it is not. The caller wipes it."""
    pin = cache.get(token, kind)
    if pin is None:
        return None
    try:
        reading, tries = look()
    except TokenError:
        pin.wipe()
        raise
    few = tries.at_most is not None and tries.at_most < ENOUGH_TRIES
    if not few and not reading.low and not reading.final and guard.untouched(token.id, kind, pin):
        return pin
    pin.wipe()
    cache.drop(token.id)
    return None
