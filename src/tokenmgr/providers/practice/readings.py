"""What a practice token says about itself: its counters where it tells them, its flags always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.pin import PinKind, PinReading, Why
from tokenmgr.model.token import Token, TokenFlag
from tokenmgr.providers.practice.specs import MAX_PIN, MIN_PIN, SPECS

if TYPE_CHECKING:
    from tokenmgr.providers.practice.state import TokenState

PROVIDER_NAME = "practice"

USER_FLAGS = {
    "low": TokenFlag.USER_PIN_LOW,
    "final": TokenFlag.USER_PIN_FINAL,
    "locked": TokenFlag.USER_PIN_LOCKED,
    "must_change": TokenFlag.USER_PIN_MUST_CHANGE,
    "is_set": TokenFlag.USER_PIN_SET,
}
SO_FLAGS = {
    "low": TokenFlag.SO_PIN_LOW,
    "final": TokenFlag.SO_PIN_FINAL,
    "locked": TokenFlag.SO_PIN_LOCKED,
    "must_change": TokenFlag.SO_PIN_MUST_CHANGE,
}


def read_pin(state: TokenState, kind: PinKind, *, logged_in: bool = False) -> PinReading:
    secret = state.secrets.get(kind)
    if secret is None:
        return PinReading(is_set=False)
    tells = SPECS[state.serial].tells_tries
    return PinReading(
        exact=secret.left if tells else None,
        limit=secret.limit if tells else None,
        source=Why.PRACTICE_COUNTER if tells else None,
        low=secret.left < secret.limit,
        final=secret.left == 1,
        locked=secret.left == 0,
        must_change=secret.must_change,
        logged_in=logged_in,
    )


def describe(state: TokenState) -> Token:
    spec = SPECS[state.serial]
    return Token(
        id=spec.id,
        label=state.label,
        provider=PROVIDER_NAME,
        flags=_flags(state),
        abilities=spec.abilities,
        pin_min=MIN_PIN,
        pin_max=MAX_PIN,
        practice=True,
        generation=state.generation,
    )


def _flags(state: TokenState) -> frozenset[TokenFlag]:
    user, officer = read_pin(state, PinKind.USER), read_pin(state, PinKind.SO)
    said = {TokenFlag.INITIALISED, TokenFlag.LOGIN_REQUIRED}
    said |= {flag for name, flag in USER_FLAGS.items() if getattr(user, name)}
    said |= {flag for name, flag in SO_FLAGS.items() if getattr(officer, name)}
    return frozenset(said)
