"""`pin`: how many tries are left; change, unlock, set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tokenmgr.cli import shapes
from tokenmgr.cli.lazy import verb
from tokenmgr.cli.sayings import sentence, tries_fully
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.pin import PinKind

if TYPE_CHECKING:
    from tokenmgr.cli.desk import Clerk
    from tokenmgr.session.session import TokenSession

WHOSE = click.option(
    "--of", "whose", type=click.Choice([kind.value for kind in PinKind]), default="user", help="Whose PIN."
)


@click.group()
def pin() -> None:
    """Tries left, change, unlock, set."""


@pin.command()
@WHOSE
@verb
def status(clerk: Clerk, whose: str) -> None:
    """How many tries are left, how sure that is, and why."""
    from tokenmgr.actions.overview import look_at

    kind = PinKind(whose)
    sessions = clerk.tokens() if not clerk.wishes.token else [clerk.token()]
    rows = []
    for session in sessions:
        seen = look_at(session, kind)
        if seen.fault is not None and len(sessions) == 1:
            raise seen.fault
        rows.append((session, seen))
    if clerk.out.as_json:
        clerk.out.rows(shapes.token(seen, clerk.alias(session), session.minutes_unlocked()) for session, seen in rows)
        clerk.tell_faults()
        return
    for session, seen in rows:
        clerk.out.line(sentence("about-token", clerk.language, label=session.token.label, tail=session.token.id.tail))
        for line in tries_fully(seen, clerk.language):
            clerk.out.line("  " + line)
    clerk.tell_faults()


@pin.command()
@WHOSE
@verb
def change(clerk: Clerk, whose: str) -> None:
    """Exchange the PIN for a new one (--pin-stdin: current, new)."""
    from tokenmgr.actions.change_pin import change_pin

    session = clerk.token()
    change_pin(session, PinKind(whose), clerk.ask)
    done(clerk, session, "pin-changed", PinKind(whose))


@pin.command()
@click.option("--by", type=click.Choice(["puk", "so"]), default=None, help="By PUK or by the administrator's PIN.")
@verb
def unlock(clerk: Clerk, by: str | None) -> None:
    """A new user PIN by PUK or administrator (--pin-stdin: PUK or SO PIN, new)."""
    from tokenmgr.actions.unlock import unlock as unlock_token

    session = clerk.token()
    unlock_token(session, clerk.ask, by or "")
    done(clerk, session, "pin-unlocked")


@pin.command(name="set")
@verb
def set_(clerk: Clerk) -> None:
    """A new user PIN by the administrator's (--pin-stdin: SO PIN, new)."""
    from tokenmgr.actions.unlock import set_pin

    session = clerk.token()
    set_pin(session, clerk.ask)
    done(clerk, session, "pin-set")


@pin.command()
@verb
def challenge(clerk: Clerk) -> None:
    """Unlock with an administrator's help: new PIN, then challenge, then response (--pin-stdin: new, response).

    The challenge is printed while the token is held; nothing else may use it until the response is typed.
    """
    from tokenmgr.actions.unlock import unlock_by_challenge

    session = clerk.token()

    def answer(asked: bytes) -> bytes:
        if clerk.out.as_json:
            clerk.out.json({"challenge": asked.hex().upper()})
        else:
            clerk.out.line(sentence("challenge", clerk.language, challenge=spaced(asked)))
        return typed(clerk.line(sentence("ask-response", clerk.language)))

    unlock_by_challenge(session, clerk.ask, answer)
    done(clerk, session, "pin-unlocked")


def spaced(data: bytes) -> str:
    """Hex in groups of four, to be read over a telephone."""
    text = data.hex().upper()
    return " ".join(text[index : index + 4] for index in range(0, len(text), 4))


def typed(text: str) -> bytes:
    """A response as typed, spaces and dashes allowed."""
    try:
        return bytes.fromhex(text.replace(" ", "").replace("-", ""))
    except ValueError:
        raise FileUnreadable("", "response") from None


def done(clerk: Clerk, session: TokenSession, key: str, kind: PinKind = PinKind.USER) -> None:
    """Say what was done, and what is left now."""
    from tokenmgr.actions.overview import look_at

    seen = look_at(session, kind)
    if clerk.out.as_json:
        clerk.out.json({"done": key, "token": shapes.token(seen, clerk.alias(session))})
        return
    clerk.out.line(sentence(key, clerk.language, label=session.token.label, tail=session.token.id.tail))
    for line in tries_fully(seen, clerk.language):
        clerk.out.line("  " + line)
