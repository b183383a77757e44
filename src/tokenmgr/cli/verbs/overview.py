"""No verb at all: tokens, tries left and certificates at a glance, on practice tokens where no real one is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tokenmgr.actions.overview import look_at
from tokenmgr.cli.lazy import verb
from tokenmgr.cli.sayings import sentence
from tokenmgr.cli.verbs import certs as certs_verb
from tokenmgr.cli.verbs import tokens as tokens_verb

if TYPE_CHECKING:
    from tokenmgr.cli.desk import Clerk


@click.command()
@verb
def overview(clerk: Clerk) -> None:
    """Show tokens, tries left and certificates; practice tokens where no real one is plugged in."""
    sessions = clerk.tokens()
    if not sessions and not clerk.wishes.practice:
        clerk.out.line(sentence("practising", clerk.language))
        clerk.practise()
        sessions = clerk.tokens()
    clerk.out.line()
    tokens_verb.show(clerk, [look_at(session) for session in sessions], sessions)
    clerk.out.line()
    certs_verb.show(clerk, [each for session in sessions for each in session.certificates()])
    clerk.out.line()
    clerk.out.line(sentence("what-next", clerk.language))
    clerk.tell_faults()
