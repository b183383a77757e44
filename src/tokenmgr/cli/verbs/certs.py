"""`certs`: the certificates on all tokens, or on one."""

from __future__ import annotations

from tokenmgr.cli.grammar import verb
from tokenmgr.model.errors import TokenError

TYPE_CHECKING = False  # typing costs 2 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.cli.desk import Clerk
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.session import TokenSession

SOON_DAYS = 30


@verb()
def certs(clerk: Clerk) -> int:
    """Show the certificates on the tokens."""
    sessions = clerk.tokens()
    found = certificates(clerk, sessions)
    if clerk.out.as_json:
        from tokenmgr.cli import shapes  # while the module is busy, not before it has been asked

        clerk.out.rows(map(shapes.certificate, found))
    elif found:
        show(clerk, found)
    else:
        from tokenmgr.cli.sayings import sentence

        clerk.out.line(sentence("no-certificate" if sessions else clerk.why_nobody(), clerk.language))
    return clerk.tell_faults()


def certificates(clerk: Clerk, sessions: Sequence[TokenSession]) -> list[Certificate]:
    """What is on the tokens. One that does not answer hides the others' no more than it must."""
    found: list[Certificate] = []
    for session in sessions:
        try:
            found.extend(session.certificates())
        except TokenError as error:
            if len(sessions) == 1:
                raise
            clerk.tell(error)
    return found


def show(clerk: Clerk, found: Sequence[Certificate]) -> None:
    """The table of certificates."""
    from tokenmgr.cli.sayings import sentence
    from tokenmgr.cli.table import Column
    from tokenmgr.wording.terms import term
    from tokenmgr.x509.visible import visible

    words = clerk.language
    columns = [
        Column(term("token", words), 5),
        Column(term("id", words), 4, ends=True),
        Column(term("certificate", words), 18),
        Column(term("issuer", words), 8),
        Column(sentence("heading-until", words), 10),
        Column(sentence("heading-days", words), 4, right=True),
        Column(term("usage", words), 10),
        Column(term("key", words), 8),
    ]
    rows = [
        [
            visible(each.token.tail),
            each.id.hex()[:8],
            visible(each.facts.name or each.label),
            visible(common_name(each.facts.issuer or "")),
            each.facts.not_after.strftime("%Y-%m-%d") if each.facts.not_after else "?",
            "?" if (left := each.days_left()) is None else str(left),
            term(each.facts.usage, words),
            visible(each.facts.key),
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
