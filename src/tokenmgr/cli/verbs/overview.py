"""No verb at all: tokens, tries left and certificates at a glance, on practice tokens where no real one is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.overview import look_at
from tokenmgr.cli import shapes
from tokenmgr.cli.grammar import verb
from tokenmgr.cli.out import aside
from tokenmgr.cli.sayings import sentence
from tokenmgr.cli.verbs import certs as certs_verb, tokens as tokens_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.actions.overview import Overview
    from tokenmgr.cli.desk import Clerk
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.session import TokenSession


@verb()
def overview(clerk: Clerk) -> int:
    """Show tokens, tries left and certificates; practice tokens where no real one is plugged in."""
    sessions = clerk.tokens()
    code = clerk.tell_faults()
    if not sessions and not clerk.wishes.practice and not code:
        for key in practising(clerk.why_nobody()):
            said = sentence(key, clerk.language)
            aside(said) if clerk.out.as_json else clerk.out.line(said)
        clerk.practise()
        sessions = clerk.tokens()
    seen = [look_at(session) for session in sessions]
    found = certs_verb.certificates(clerk, sessions)
    if clerk.out.as_json:
        tokens = tokens_verb.shaped(clerk, seen, sessions)
        clerk.out.json({"tokens": tokens, "certificates": [shapes.certificate(each) for each in found]})
    else:
        show(clerk, seen, sessions, found)
    return code


def practising(why: str) -> list[str]:
    """Why there are practice tokens now; with more than that to do about it where no token could be seen at all."""
    return ["practising"] if why == "no-token" else [why, "practising-meanwhile"]


def show(clerk: Clerk, seen: list[Overview], sessions: list[TokenSession], found: Sequence[Certificate]) -> None:
    """Both tables, and what to do next."""
    clerk.out.line()
    tokens_verb.show(clerk, seen, sessions)
    clerk.out.line()
    certs_verb.show(clerk, found)
    clerk.out.line()
    clerk.out.line(sentence("what-next", clerk.language))
