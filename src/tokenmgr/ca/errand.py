"""Errands with an issuer: how to apply, renew, revoke and unlock, each from a closed list of ways."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca import table
from tokenmgr.ca.text import Text, read_text

if TYPE_CHECKING:
    from tokenmgr.ca.table import Place, Table


class Way(Enum):
    """How an errand is done; UNKNOWN where the issuer does not say, NONE where it says there is no way."""

    NONE = "none"
    UNKNOWN = "unknown"
    PORTAL = "portal"
    PHONE = "phone"
    COUNTER = "counter"
    APP = "app"


class UnlockWay(Enum):
    """How a locked PIN is set free."""

    NONE = "none"
    UNKNOWN = "unknown"
    PUK = "puk"
    SO = "so"
    CHALLENGE = "challenge"
    PORTAL = "portal"
    PHONE = "phone"
    COUNTER = "counter"
    APP = "app"


class Errand(NamedTuple):
    """One errand: the ways it is done, and what to know about it."""

    ways: tuple[Way, ...] = (Way.UNKNOWN,)
    note: Text | None = None


#: Where a file says nothing.
NOT_SAID = Errand()


class Unlock(NamedTuple):
    """What to do when no try is left."""

    ways: tuple[UnlockWay, ...] = (UnlockWay.UNKNOWN,)
    steps: tuple[Text, ...] = ()
    #: What is known of the cost; None where nothing is.
    fee: Text | None = None

    @property
    def possible(self) -> bool | None:
        """Whether a locked PIN can be set free; None where the issuer does not say."""
        if UnlockWay.UNKNOWN in self.ways:
            return None
        return UnlockWay.NONE not in self.ways


def _alone(place: Place, ways: tuple[Enum, ...]) -> None:
    """No way and an unknown way exclude every other."""
    if len(set(ways)) < len(ways):
        raise place.broken("must not say the same twice")
    if len(ways) > 1 and {"none", "unknown"} & {str(way.value) for way in ways}:
        raise place.broken("none and unknown stand alone")


def _errand(keys: Table) -> Errand:
    ways = keys.need("ways", table.many(table.one_of(Way)))
    _alone(keys.place.at("ways"), ways)
    return Errand(ways, keys.maybe("note", read_text, None))


def _unlock(keys: Table) -> Unlock:
    ways = keys.need("ways", table.many(table.one_of(UnlockWay)))
    _alone(keys.place.at("ways"), ways)
    return Unlock(ways, keys.need("steps", table.many(read_text)), keys.maybe("fee", read_text, None))


read_errand = table.table(_errand)
read_unlock = table.table(_unlock)
