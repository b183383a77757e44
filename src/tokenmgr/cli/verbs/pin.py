"""`pin`: how many tries are left; change, unlock, set."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tokenmgr.cli import shapes
from tokenmgr.cli.grammar import Flag, Group, Option
from tokenmgr.cli.out import aside
from tokenmgr.cli.sayings import sentence, tries_fully
from tokenmgr.cli.verbs.cert import finished
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.pin import PinKind
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.overview import Overview
    from tokenmgr.cli.desk import Clerk
    from tokenmgr.model.token import Token
    from tokenmgr.session.session import TokenSession
    from tokenmgr.wording.language import Language

WHOSE = Option("--of", key="whose", choices=[kind.value for kind in PinKind], default="user", help="Whose PIN.")


pin = Group("Tries left, change, unlock, set.")


@pin.verb(WHOSE)
def status(clerk: Clerk, whose: str) -> int:
    """How many tries are left, how sure that is, and why."""
    from tokenmgr.actions.overview import look_at

    kind = PinKind(whose)
    sessions = clerk.tokens()
    rows = []
    for session in sessions:
        seen = look_at(session, kind)
        if seen.fault is not None and len(sessions) == 1:
            raise seen.fault
        rows.append((session, seen))
    if clerk.out.as_json:
        clerk.out.rows(shapes.token(seen, clerk.alias(session), session.minutes_unlocked()) for session, seen in rows)
        return clerk.tell_faults()
    if not rows:
        clerk.out.line(sentence(clerk.why_nobody(), clerk.language))
    for session, seen in rows:
        clerk.out.line(sentence("about-token", clerk.language, **names(session)))
        for line in [*tries_fully(seen, clerk.language), *way_out_of(seen, clerk.language)]:
            clerk.out.line("  " + line)
    return clerk.tell_faults()


@pin.verb(WHOSE)
def change(clerk: Clerk, whose: str) -> None:
    """Exchange the PIN for a new one (--pin-stdin: current, new)."""
    from tokenmgr.actions.change_pin import change_pin

    session = clerk.token()
    change_pin(session, PinKind(whose), clerk.ask)
    done(clerk, session, "pin-changed", PinKind(whose))


@pin.verb(Option("--by", choices=["puk", "so"], default=None, help="By PUK or by the administrator's PIN."))
def unlock(clerk: Clerk, by: str | None) -> None:
    """A new user PIN by PUK or administrator (--pin-stdin: PUK or SO PIN, new)."""
    from tokenmgr.actions.unlock import unlock as unlock_token

    session = clerk.token()
    unlock_token(session, clerk.ask, by or "")
    done(clerk, session, "pin-unlocked")


@pin.verb()
def set_(clerk: Clerk) -> None:
    """A new user PIN by the administrator's (--pin-stdin: SO PIN, new)."""
    from tokenmgr.actions.unlock import set_pin

    session = clerk.token()
    set_pin(session, clerk.ask)
    done(clerk, session, "pin-set")


@pin.verb(Flag("--hold", key="leave", help="Do not wait for the response here: `pin respond` takes it."))
def challenge(clerk: Clerk, *, leave: bool) -> int:
    """Get a challenge for the administrator, whose response unlocks the token.

    On a terminal, and with --pin-stdin, the new PIN is asked for first, then the response. Anywhere else, and with
    --hold, a process stays behind that holds the token for ten minutes, until `pin respond`. Nothing else may use the
    token meanwhile.
    """
    if leave or not (clerk.wishes.pin_stdin or sys.stdin.isatty()):
        return held(clerk)
    from tokenmgr.actions.challenge import unlock_by_challenge

    session = clerk.token()

    def answer(asked: bytes) -> bytes:
        announce(clerk, session, asked)
        return response_of(clerk)

    unlock_by_challenge(session, clerk.desk.waiting, neighbours(clerk, session), clerk.ask, answer)
    done(clerk, session, "pin-unlocked")
    return 0


def held(clerk: Clerk) -> int:
    """Leave a process behind, and pass on what it announced, or the code it ended with."""
    from tokenmgr.cli.holding import leave_behind

    line, code = leave_behind(clerk.wishes)
    if not line:
        return code
    clerk.out.line(line)
    if not clerk.out.as_json:
        clerk.out.line(sentence("then-respond", clerk.language))
    return 0


@pin.verb(hidden=True)
def hold(clerk: Clerk) -> None:
    """What `challenge` leaves behind."""
    from tokenmgr.actions.challenge import hold as hold_token
    from tokenmgr.cli.holding import step_back

    session = clerk.token()
    clerk.ready_for_pins()

    def tell(asked: bytes) -> None:
        announce(clerk, session, asked)
        step_back()

    outcome = hold_token(session, clerk.desk.waiting, neighbours(clerk, session), tell)
    clerk.close()
    if outcome is not None:
        outcome.tell()


@pin.verb(Flag("--give-up", key="stop", help="The response will not come: let go of the token."))
def respond(clerk: Clerk, *, stop: bool) -> None:
    """Hand in the administrator's response and a new PIN (--pin-stdin: response, new PIN)."""
    from tokenmgr.actions.challenge import give_up, hand_over, require_waiting

    session = clerk.token()
    waiting = clerk.desk.waiting
    require_waiting(session, waiting)
    if stop:
        give_up(session, waiting)
        finished(clerk, "given-up", serial=session.token.id.serial)
        return
    response = response_of(clerk)
    new = clerk.ask.new_pin(session.token, PinKind.USER)
    try:
        hand_over(session, waiting, response, new)
    finally:
        new.wipe()
    done(clerk, clerk.again(session), "pin-unlocked")


def announce(clerk: Clerk, session: TokenSession, asked: bytes) -> None:
    """Tell the challenge, on one line."""
    if clerk.out.as_json:
        clerk.out.json({"challenge": asked.hex().upper(), "serial": session.token.id.serial})
    else:
        clerk.out.now(sentence("challenge", clerk.language, challenge=spaced(asked), **names(session)))


def neighbours(clerk: Clerk, session: TokenSession) -> list[Token]:
    """Other tokens behind the same module."""
    others = [each.token for each in clerk.desk.inventory.sessions if each is not session]
    return [each for each in others if each.module == session.token.module]


def spaced(data: bytes) -> str:
    """Hex in groups of four, to be read over a telephone."""
    text = data.hex().upper()
    return " ".join(text[index : index + 4] for index in range(0, len(text), 4))


def response_of(clerk: Clerk) -> bytes:
    """The administrator's response. A slip of the fingers must not cost the challenge: a person is asked again."""
    while True:
        try:
            return typed(clerk.line(sentence("ask-response", clerk.language)))
        except FileUnreadable:
            if clerk.wishes.pin_stdin or not sys.stdin.isatty():
                raise
            aside(sentence("response-unreadable", clerk.language))


def typed(text: str) -> bytes:
    """A response as typed, spaces and dashes allowed. FileUnreadable where it is none."""
    try:
        found = bytes.fromhex(text.replace(" ", "").replace("-", ""))
    except ValueError:
        found = b""
    if not found:
        raise FileUnreadable("", "response")
    return found


def names(session: TokenSession) -> dict[str, str]:
    """How a sentence calls a token."""
    return {"label": visible(session.token.label), "tail": visible(session.token.id.tail)}


def way_out_of(seen: Overview, language: Language) -> list[str]:
    """What its issuer says can be done about a locked token."""
    if seen.state.value != "locked" or seen.profile is None:
        return []
    from tokenmgr.ca.way_out import way_out

    return list(way_out(seen.profile, language.value).lines())


def done(clerk: Clerk, session: TokenSession, key: str, kind: PinKind = PinKind.USER) -> None:
    """Say what was done, and what is left now."""
    from tokenmgr.actions.overview import look_at

    seen = look_at(session, kind)
    if clerk.out.as_json:
        clerk.out.json({"done": key, "token": shapes.token(seen, clerk.alias(session))})
        return
    clerk.out.line(sentence(key, clerk.language, **names(session)))
    for line in tries_fully(seen, clerk.language):
        clerk.out.line("  " + line)
