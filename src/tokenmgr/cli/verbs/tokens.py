"""`tokens`: what is plugged in, and how it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tokenmgr.actions.overview import State, look_at
from tokenmgr.cli import shapes
from tokenmgr.cli.grammar import verb
from tokenmgr.cli.sayings import sentence, tries_shortly
from tokenmgr.cli.table import Column
from tokenmgr.wording.terms import term
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.overview import Overview
    from tokenmgr.cli.desk import Clerk
    from tokenmgr.session.session import TokenSession

STYLES = {State.LOCKED: "bad", State.LAST_TRY: "bad", State.LOW: "warn", State.MUST_CHANGE: "warn"}


@verb()
def tokens(clerk: Clerk) -> int:
    """Show the tokens that are plugged in."""
    sessions = clerk.tokens()
    seen = [look_at(session) for session in sessions]
    if clerk.out.as_json:
        clerk.out.rows(shaped(clerk, seen, sessions))
    elif seen:
        show(clerk, seen, sessions)
    else:
        clerk.out.line(sentence(clerk.why_nobody(), clerk.language))
    return clerk.tell_faults()


def shaped(clerk: Clerk, seen: list[Overview], sessions: list[TokenSession]) -> list[dict[str, Any]]:
    """The tokens, for machines."""
    return [
        shapes.token(each, clerk.alias(session), session.minutes_unlocked())
        for each, session in zip(seen, sessions, strict=True)
    ]


def show(clerk: Clerk, seen: list[Overview], sessions: list[TokenSession]) -> None:
    """The table of tokens."""
    words = clerk.language
    columns = [
        Column(term("token", words), 24),
        Column(term("serial", words), 8),
        Column(term("profile", words), 12),
        Column(term("state", words), 8),
        Column(term("tries", words), 8),
    ]
    rows = [_row(clerk, each, session) for each, session in zip(seen, sessions, strict=True)]
    clerk.out.table(columns, rows, [STYLES.get(each.state, "") for each in seen])


def _row(clerk: Clerk, seen: Overview, session: TokenSession) -> list[str]:
    words = clerk.language
    token = seen.token
    name = visible(clerk.alias(session) or token.label or token.id.model)
    if token.practice:
        name = f"{name.removesuffix(' (practice)')} [{term('practice', words)}]"
    profile = seen.profile.name.in_language(words.value) if seen.profile else term("not-reported", words)
    return [
        name,
        visible(token.id.serial),
        profile,
        term(seen.state, words),
        tries_shortly(seen.tries, words),
    ]
