"""`practice`: plug practice tokens in and out, or make them new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.cli.grammar import Argument, Group
from tokenmgr.cli.verbs.cert import finished

if TYPE_CHECKING:
    from tokenmgr.cli.desk import Clerk

SERIAL = Argument("serial")


practice = Group("Plug practice tokens in and out, or make them new.")


@practice.verb(SERIAL)
def pull(clerk: Clerk, serial: str) -> None:
    """Take a practice token out."""
    clerk.desk.rehearsal().pull(serial)
    finished(clerk, "practice-pulled", serial=serial)


@practice.verb(SERIAL)
def plug(clerk: Clerk, serial: str) -> None:
    """Put a practice token back in."""
    clerk.desk.rehearsal().plug(serial)
    finished(clerk, "practice-plugged", serial=serial)


@practice.verb(SERIAL)
def reset(clerk: Clerk, serial: str) -> None:
    """Make a practice token new: initial PIN, all tries."""
    clerk.desk.rehearsal().reset(serial)
    finished(clerk, "practice-reset", serial=serial)
