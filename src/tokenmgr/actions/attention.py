"""What needs doing first, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.model.token import TokenId

Kind = Literal[
    "locked",
    "last-try",
    "expired",
    "others-missed",
    "initial-pin",
    "must-change",
    "pin-not-set",
    "few-tries",
    "expiring",
]
Severity = Literal["bad", "warn"]
Facts = tuple[tuple[str, str | int], ...]

#: Worst first.
RANK: tuple[Kind, ...] = get_args(Kind)
SEVERITIES: tuple[Severity, ...] = ("bad", "warn")
#: From here on a token is worth a warning.
FEW = 5
#: A certificate that ends within a week is no reminder any more.
SOON_DAYS = 7
#: Where the issuer names no days.
USUAL_LEAD_DAYS = (90, 60, 30, 14, 7, 1)


class Attention(NamedTuple):
    """One thing that needs a person, and the errand that deals with it."""

    kind: Kind
    severity: Severity
    token: TokenId
    name: str
    tail: str
    #: "change-pin", "unlock", "way-out", "renewal-info" or "events".
    errand: str
    #: "left"; "count", "at" (ISO); of certificates "days" (negative after the end), "date" (ISO), "certificate" (its
    #: name), "sha256", "count" (that end on this day), "lead" (the day of the issuer's that applies).
    facts: Facts = ()

    def fact(self, name: str) -> str | int | None:
        """One of the facts."""
        return dict(self.facts).get(name)


class Subject(NamedTuple):
    """What is known of one token, here or not, as far as it may need attention."""

    id: TokenId
    name: str
    certificates: tuple[Certificate, ...] = ()
    lead_days: tuple[int, ...] = ()
    #: None where the token is not here, or did not answer.
    tries: TriesLeft | None = None
    pin_set: bool = True
    initial_pin: bool = False
    must_change: bool = False
    #: Whether somebody with a PUK, an administrator's PIN or a response can unlock it.
    unlockable: bool = False
    missed: int = 0
    missed_at: datetime | None = None


def items(subjects: Iterable[Subject], now: datetime) -> tuple[Attention, ...]:
    """Everything that needs a person, worst first."""
    found = [item for subject in subjects for item in (*_of_pin(subject), *_of_certificates(subject, now))]
    return tuple(sorted(found, key=_badness))


def _badness(item: Attention) -> tuple[int, int, int, str]:
    days = item.fact("days")
    return SEVERITIES.index(item.severity), RANK.index(item.kind), days if isinstance(days, int) else 0, item.name


def _of_pin(subject: Subject) -> Iterator[Attention]:
    left = subject.tries.at_most if subject.tries else None
    limit = subject.tries.limit if subject.tries else None
    help_by_others = "unlock" if subject.unlockable else "way-out"
    if left == 0:
        yield _item(subject, "locked", "bad", help_by_others)
        return  # whatever else is wrong with the PIN has to wait
    if left == 1:
        yield _item(subject, "last-try", "bad", help_by_others, left=1)
    elif left is not None and left <= FEW and left != limit:
        yield _item(subject, "few-tries", "warn", "events", left=left)
    if not subject.pin_set:
        yield _item(subject, "pin-not-set", "warn", "unlock")
    elif subject.initial_pin:
        yield _item(subject, "initial-pin", "bad", "change-pin")
    elif subject.must_change:
        yield _item(subject, "must-change", "bad", "change-pin")
    if subject.missed:
        at = subject.missed_at.isoformat() if subject.missed_at else ""
        yield _item(subject, "others-missed", "warn", "events", count=subject.missed, at=at)


def _of_certificates(subject: Subject, now: datetime) -> Iterator[Attention]:
    """One item for all that end on the same day: signing and encryption certificates come in pairs."""
    own = [each for each in subject.certificates if not each.facts.is_ca and each.facts.not_after is not None]
    by_end: dict[datetime | None, list[Certificate]] = {}
    for each in own:
        if not _is_replaced(each, own, now):
            by_end.setdefault(each.facts.not_after, []).append(each)
    for together in by_end.values():
        days = together[0].days_left(now)
        if days is not None:
            yield from _of_end(subject, together, days)


def _of_end(subject: Subject, together: list[Certificate], days: int) -> Iterator[Attention]:
    facts = together[0].facts
    lead = lead_day(days, subject.lead_days)
    about: dict[str, str | int] = {
        "days": days,
        "date": facts.not_after.isoformat() if facts.not_after else "",
        "certificate": facts.name,
        "sha256": facts.sha256,
        "count": len(together),
    }
    if days < 0:
        yield _item(subject, "expired", "bad", "renewal-info", **about)
    elif lead is not None:
        severity: Severity = "bad" if days <= SOON_DAYS else "warn"
        yield _item(subject, "expiring", severity, "renewal-info", **about, lead=lead)


def lead_day(days: int, lead_days: tuple[int, ...]) -> int | None:
    """The day of the issuer's that applies: the last one that has come; None where none has."""
    return min((lead for lead in lead_days or USUAL_LEAD_DAYS if days <= lead), default=None)


def _is_replaced(certificate: Certificate, all_own: list[Certificate], now: datetime) -> bool:
    """Renewed already: the same person has another one for the same use that ends later and holds."""
    facts = certificate.facts
    return any(
        (other.facts.subject, other.facts.usage) == (facts.subject, facts.usage)
        and other.facts.not_after is not None
        and facts.not_after is not None
        and other.facts.not_after > max(facts.not_after, now)
        for other in all_own
    )


def _item(subject: Subject, kind: Kind, severity: Severity, errand: str, **facts: str | int) -> Attention:
    return Attention(kind, severity, subject.id, subject.name, subject.id.tail, errand, tuple(facts.items()))
