"""Whether a locked token can be set free with what its owner may have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.token import Ability

if TYPE_CHECKING:
    from tokenmgr.actions.glance import TokenGlance

BY_OTHERS = frozenset({Ability.UNLOCK_BY_SO, Ability.UNLOCK_BY_CHALLENGE})


def can_unlock(shown: TokenGlance) -> bool:
    """By a PUK, which owners have; by an administrator only where the issuer does not say that there is no way."""
    if Ability.UNLOCK_BY_PUK in shown.token.abilities:
        return True
    denied = shown.issuer is not None and shown.issuer.unlock.possible is False
    return not denied and bool(shown.token.abilities & BY_OTHERS)


def administrator_may(shown: TokenGlance) -> bool:
    """The token knows an administrator, although its issuer says that nobody unlocks it."""
    return not can_unlock(shown) and bool(shown.token.abilities & BY_OTHERS)
