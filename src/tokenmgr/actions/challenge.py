"""Unlock with an administrator's help: a challenge, and some time later the response and a new PIN.

Between the two nothing may touch the token, so whoever got the challenge holds the token until the response is in:
either the person who waits at the screen, or a process left behind for them.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, NamedTuple

from tokenmgr.actions.new_pin import NewPinRules, ask_new_pin
from tokenmgr.model.errors import NotSupported, PinRefused, TokenError
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.token import Ability
from tokenmgr.session.passed_on import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.model.ask import Ask
    from tokenmgr.model.token import Token
    from tokenmgr.session.door import Caller, Door
    from tokenmgr.session.session import TokenSession
    from tokenmgr.session.waiting import Waiting

#: A token is not held longer than this for a response that never comes.
HOLD_SECONDS = 600.0


def unlock_by_challenge(
    session: TokenSession,
    waiting: Waiting,
    neighbours: Sequence[Token],
    ask: Ask,
    answer: Callable[[bytes], bytes],
) -> None:
    """Show the challenge and wait for the response. The new PIN is asked for while the token may still be looked at."""
    require(session)
    new = ask_new_pin(session, PinKind.USER, ask)
    try:
        with waiting.claim(session.token, neighbours):
            session.respond(answer(session.challenge()), new)
    finally:
        new.wipe()


def require(session: TokenSession) -> None:
    """NotSupported where the token knows no challenge."""
    if Ability.UNLOCK_BY_CHALLENGE not in session.token.abilities:
        raise NotSupported("unlock-by-challenge")


class Outcome(NamedTuple):
    """How the wait ended, and who is to be told."""

    caller: Caller
    error: TokenError | None

    def tell(self) -> None:
        """The last thing a waiting process does, when the token is free again."""
        self.caller.answer({} if self.error is None else {"error": packed(self.error)})


def hold(
    session: TokenSession, waiting: Waiting, neighbours: Sequence[Token], announce: Callable[[bytes], None]
) -> Outcome | None:
    """Tell the challenge and wait at the door for the response; None where nobody came."""
    from tokenmgr.session.door import Door  # sockets, only for those who wait

    require(session)
    rules = NewPinRules.of(session, PinKind.USER)
    door = Door(waiting.place_of_door(session.token))
    with waiting.claim(session.token, neighbours, door.path), door:
        announce(session.challenge())
        return _wait(session, rules, door)


def _wait(session: TokenSession, rules: NewPinRules, door: Door) -> Outcome | None:
    deadline = time.monotonic() + HOLD_SECONDS
    while caller := door.caller(deadline):
        said = caller.message() or {}
        if said.get("give_up"):
            return Outcome(caller, None)
        try:
            _respond(session, rules, said)
        except PinRefused as error:
            if error.rule != "token-rules":  # not sent: the challenge still stands
                Outcome(caller, error).tell()
                continue
            return Outcome(caller, error)
        except TokenError as error:
            return Outcome(caller, error)
        except (KeyError, ValueError, TypeError, AttributeError):
            caller.answer({"error": packed(NotSupported("response"))})  # none of ours
            continue
        return Outcome(caller, None)
    return None


def _respond(session: TokenSession, rules: NewPinRules, said: dict[str, Any]) -> None:
    response, new = bytes.fromhex(said["response"]), Pin(said["new"])
    try:
        rules.check(new)
        session.respond(response, new)
    finally:
        new.wipe()


def hand_over(session: TokenSession, waiting: Waiting, response: bytes, new: Pin) -> None:
    """Bring the response and the new PIN to the process that waits."""
    _call(session, waiting, {"response": response.hex(), "new": new.text()})


def give_up(session: TokenSession, waiting: Waiting) -> None:
    """End the wait; the token is as it was."""
    _call(session, waiting, {"give_up": True})


def require_waiting(session: TokenSession, waiting: Waiting) -> None:
    """NotSupported where nobody waits for a response."""
    if waiting.door(session.token.id) is None:
        raise NotSupported("no-challenge")


def _call(session: TokenSession, waiting: Waiting, row: dict[str, Any]) -> None:
    from tokenmgr.session.door import call  # sockets, only here

    door = waiting.door(session.token.id)
    if door is None:
        raise NotSupported("no-challenge")
    answer = call(door, row)
    if "error" in answer:
        raise unpacked(answer["error"])
