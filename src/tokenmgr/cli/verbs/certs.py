"""`certs`: the certificates on all tokens, or on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tokenmgr.cli import shapes
from tokenmgr.cli.lazy import verb
from tokenmgr.cli.sayings import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.cli.desk import Clerk
    from tokenmgr.model.certificate import Certificate

SOON_DAYS = 30


@click.command()
@verb
def certs(clerk: Clerk) -> None:
    """Show the certificates on the tokens."""
    found = [each for session in clerk.tokens() for each in session.certificates()]
    if clerk.out.as_json:
        clerk.out.rows(map(shapes.certificate, found))
    elif found:
        show(clerk, found)
    else:
        clerk.out.line(sentence("no-certificate", clerk.language))
    clerk.tell_faults()


def show(clerk: Clerk, found: Sequence[Certificate]) -> None:
    """The table of certificates."""
    from tokenmgr.cli.table import Column
    from tokenmgr.wording.terms import term

    words = clerk.language
    columns = [
        Column(term("token", words), 4),
        Column(term("id", words), 4),
        Column(term("certificate", words), 12),
        Column(term("issuer", words), 10),
        Column(term("valid-until", words), 10),
        Column(term("days-left", words), 4, right=True),
        Column(term("usage", words), 4),
        Column(term("key", words), 5),
    ]
    from tokenmgr.x509.visible import visible

    rows = [
        [
            each.token.tail,
            each.id.hex()[:8],
            visible(each.facts.name or each.label),
            visible(common_name(each.facts.issuer or "")),
            each.facts.not_after.strftime("%Y-%m-%d") if each.facts.not_after else "?",
            "?" if (left := each.days_left()) is None else str(left),
            term(each.facts.usage, words),
            each.facts.key,
        ]
        for each in found
    ]
    clerk.out.table(columns, rows, [_style(each) for each in found])


def common_name(name: str) -> str:
    """The part people call it by."""
    for part in name.split(","):
        if part.startswith("CN="):
            return part[3:]
    return name


def _style(certificate: Certificate) -> str:
    left = certificate.days_left()
    if left is None or left < 0:
        return "faint"
    return "warn" if left <= SOON_DAYS else ""
