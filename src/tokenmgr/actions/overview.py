"""What there is to say about a token at a glance."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import TokenError
from tokenmgr.model.pin import Certainty, PinKind, PinReading, TriesLeft, Why
from tokenmgr.model.token import TokenFlag

if TYPE_CHECKING:
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.token import Token
    from tokenmgr.session.session import TokenSession

#: From here on a token is worth a warning.
FEW = 5


class State(Enum):
    """How a token is, worst first in the order they are looked for."""

    NOT_INITIALISED = "not-initialised"
    LOCKED = "locked"
    LAST_TRY = "last-try"
    PIN_NOT_SET = "pin-not-set"
    MUST_CHANGE = "must-change"
    LOW = "low"
    OK = "ok"
    #: The token did not answer.
    UNKNOWN = "unknown"


class Overview(NamedTuple):
    """A token at a glance."""

    token: Token
    state: State
    tries: TriesLeft
    reading: PinReading
    profile: Profile | None
    fault: TokenError | None = None


def look_at(session: TokenSession, kind: PinKind = PinKind.USER) -> Overview:
    """Look at a token; one that does not answer is shown with what is known of it."""
    try:
        profile = session.profile
        reading = session.reading(kind)
        tries = session.tries(kind, reading)
    except TokenError as error:
        nothing = TriesLeft(None, Certainty.UNKNOWN, Why.NOTHING)
        return Overview(session.token, State.UNKNOWN, nothing, PinReading(), None, error)
    return Overview(session.token, state_of(session.token, reading, tries), tries, reading, profile)


def state_of(token: Token, reading: PinReading, tries: TriesLeft) -> State:
    """The worst thing there is to say."""
    if TokenFlag.INITIALISED not in token.flags:
        return State.NOT_INITIALISED
    if reading.locked or tries.locked:
        return State.LOCKED
    if tries.last:
        return State.LAST_TRY
    if not reading.is_set:
        return State.PIN_NOT_SET
    if reading.must_change:
        return State.MUST_CHANGE
    few = tries.at_most is not None and tries.at_most <= FEW and tries.at_most != tries.limit
    return State.LOW if few or reading.low else State.OK
