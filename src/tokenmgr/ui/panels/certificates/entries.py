"""Each certificate with what the list has to know of it: where it is, how long it lasts, what it answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ui.words import language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tokenmgr.actions.glance import Glance
    from tokenmgr.model.certificate import Certificate, Usage
    from tokenmgr.model.token import TokenId

#: Nobody searches for more than the beginning of a name.
LONGEST_SEARCHED = 512
NO_END = 10**6


class Place(NamedTuple):
    """The token a certificate is on."""

    token: TokenId
    name: str
    #: What its issuer is called; empty where the token does not tell.
    issuer: str
    practice: bool
    #: When it was seen last; None: it is here.
    seen: datetime | None
    #: Days before the end at which renewing begins.
    lead: tuple[int, ...]


class Key(NamedTuple):
    """Which certificate it is, from one look to the next."""

    token: TokenId
    id: bytes
    sha256: str


class Entry(NamedTuple):
    """One row."""

    certificate: Certificate
    place: Place
    days: int | None

    @property
    def key(self) -> Key:
        """Which one it is."""
        return key_of(self.certificate)

    @property
    def state(self) -> str:
        """expired, expiring or valid; one whose end cannot be read is not called expired."""
        if self.days is not None and self.days < 0:
            return "expired"
        return "expiring" if self.days is not None and self.days <= max(self.place.lead) else "valid"

    @property
    def here(self) -> bool:
        """Its token is plugged in."""
        return self.place.seen is None


class Wanted(NamedTuple):
    """What the list is to show."""

    state: str = "valid"
    usage: Usage | None = None
    text: str = ""


def key_of(certificate: Certificate) -> Key:
    """Which certificate it is."""
    return Key(certificate.token, certificate.id, certificate.facts.sha256)


def entries(glance: Glance) -> list[Entry]:
    """The next to end first; issuers' own certificates behind those of people."""
    found: list[Entry] = []
    issuers: dict[str, str] = {}
    for token in glance.tokens:
        issuer = token.issuer
        called = issuer.called(language().value) if issuer else ""
        if issuer:
            issuers[issuer.id] = called
        place = Place(token.id, token.name, called, token.practice, None, token.lead_days)
        found += _of(token.certificates, place, glance.taken)
    for gone in glance.absent:
        called = issuers.get(gone.profile, "")
        place = Place(gone.id, gone.name, called, gone.practice, gone.seen, gone.lead_days)
        found += _of(gone.certificates, place, glance.taken)
    return sorted(found, key=_rank)


def _of(certificates: Iterable[Certificate], place: Place, now: datetime) -> list[Entry]:
    return [Entry(each, place, each.days_left(now)) for each in certificates]


def _rank(entry: Entry) -> tuple[bool, int]:
    return entry.certificate.facts.is_ca, NO_END if entry.days is None else entry.days


def matches(entry: Entry, usage: Usage | None, text: str) -> bool:
    """Whether it is of that use, and answers to the text."""
    return (usage is None or entry.certificate.facts.usage is usage) and (not text or _answers(entry, text))


def _answers(entry: Entry, text: str) -> bool:
    facts, place = entry.certificate.facts, entry.place
    said = (facts.name, facts.issuer or "", facts.subject or "", facts.serial or "", place.name, place.issuer)
    texts = (*said, place.token.serial, facts.sha256)
    sought = text.casefold()
    return any(sought in each[:LONGEST_SEARCHED].casefold() for each in texts)


def shown(every: Iterable[Entry], wanted: Wanted) -> tuple[list[Entry], list[Entry]]:
    """The rows to show, and the expired ones that are folded to one row below them."""
    fitting = [each for each in every if matches(each, wanted.usage, wanted.text)]
    expired = [each for each in fitting if each.state == "expired"]
    expired.reverse()  # the last to expire first
    if wanted.state == "expired":
        return expired, []
    if wanted.state == "expiring":
        return [each for each in fitting if each.state == "expiring"], []
    return [each for each in fitting if each.state != "expired"], expired
