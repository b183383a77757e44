"""Looks at every token that is here, modules side by side, and remembers what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.overview import Overview, State, look_at
from tokenmgr.model.errors import ModuleError, ModuleFault, TokenError
from tokenmgr.model.pin import Certainty, PinKind, PinReading, TriesLeft, Why
from tokenmgr.session.health import module_of
from tokenmgr.session.known import KnownToken
from tokenmgr.session.others import Counted, Since, counted, since

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence
    from datetime import datetime

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.health import Provider
    from tokenmgr.session.history import History
    from tokenmgr.session.known import KnownTokens
    from tokenmgr.session.ledger import Event, Ledger
    from tokenmgr.session.session import TokenSession

NOTHING = TriesLeft(None, Certainty.UNKNOWN, Why.NOTHING)


class Seen(NamedTuple):
    """A token as it answered, or why it did not."""

    session: TokenSession
    overview: Overview
    certificates: tuple[Certificate, ...] | None = None
    counted: Counted | None = None
    events: Sequence[Event] = ()


class Look(NamedTuple):
    """A token as it was seen, and what is remembered of it now."""

    session: TokenSession
    overview: Overview
    noted: KnownToken
    initial_pin: bool


class Looks(NamedTuple):
    """All of them, and why others could not be asked."""

    tokens: tuple[Look, ...]
    faults: Mapping[Provider, TokenError]


def look_at_all(desk: Desk, known: KnownTokens, history: History, now: datetime, *, afresh: bool = False) -> Looks:
    """Everybody who is here. What is seen is remembered, what others missed goes into the history."""
    sessions = desk.inventory.refresh()
    if afresh:
        for session in sessions:
            session.forget_what_was_read()
    faults = dict(desk.inventory.faults)
    looks = []
    for seen in _all_seen(sessions, desk.ledger, desk.inventory.late):
        noted = _noted(seen, known.token(seen.session.token.id), desk, history, now)
        looks.append(Look(seen.session, _named(seen, noted, desk), noted, _has_initial_pin(seen, history)))
        if isinstance(seen.overview.fault, ModuleError):
            faults.setdefault(seen.session.provider, seen.overview.fault)
    known.remember(look.noted for look in looks)
    return Looks(tuple(looks), faults)


def _named(seen: Seen, noted: KnownToken, desk: Desk) -> Overview:
    """A token that does not answer keeps its issuer."""
    if seen.overview.profile is None and noted.profile:
        return seen.overview._replace(profile=desk.profiles.by_id(noted.profile))
    return seen.overview


def _all_seen(sessions: Sequence[TokenSession], ledger: Ledger, late: Container[Provider]) -> list[Seen]:
    """Providers side by side; the tokens of one after each other, as its module serves them anyway.

    Who did not even say which tokens are there is not asked about them.
    """
    by_provider: dict[Provider, list[TokenSession]] = {}
    for session in sessions:
        by_provider.setdefault(session.provider, []).append(session)
    works = [
        (lambda group=group: [_unknown(each) for each in group])
        if provider in late
        else (lambda group=group: _seen_in_turn(group, ledger))
        for provider, group in by_provider.items()
    ]
    found = {each.session: each for group in _side_by_side(works) for each in group}
    return [found[session] for session in sessions]


def _side_by_side(works: Sequence[Callable[[], list[Seen]]]) -> list[list[Seen]]:
    if len(works) <= 1:
        return [work() for work in works]
    from concurrent.futures import ThreadPoolExecutor  # most people have one token

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(lambda work: work(), works))


def _seen_in_turn(sessions: Sequence[TokenSession], ledger: Ledger) -> list[Seen]:
    """Once the module has failed its other tokens are not waited for."""
    fallen: ModuleError | None = None
    found = []
    for session in sessions:
        seen = _unknown(session, fallen) if fallen else _seen(session, ledger)
        fallen = seen.overview.fault if isinstance(seen.overview.fault, ModuleError) else None
        found.append(seen)
    return found


def _seen(session: TokenSession, ledger: Ledger) -> Seen:
    try:
        certificates = tuple(session.certificates_read())
    except TokenError as error:
        return _unknown(session, error)
    except OSError as error:  # not even a process to ask could be started
        return _unknown(session, ModuleFault(module_of(session.provider), "certificates", str(error)))
    events = ledger.events(session.token.id, PinKind.USER)
    overview = look_at(session)
    later = ledger.events(session.token.id, PinKind.USER)
    return Seen(session, overview, certificates, counted(overview.reading, events, later), later)


def _unknown(session: TokenSession, error: TokenError | None = None) -> Seen:
    return Seen(session, Overview(session.token, State.UNKNOWN, NOTHING, PinReading(), None, error))


def _noted(seen: Seen, before: KnownToken | None, desk: Desk, history: History, now: datetime) -> KnownToken:
    """What is to be remembered of it; where it did not answer, what was remembered before."""
    token, profile = seen.session.token, seen.overview.profile
    alias = desk.inventory.remembered.alias(token.id)
    old = before or KnownToken(token.id, token.label, now)
    noted = old._replace(label=token.label, alias=alias, practice=token.practice, seen=now)
    if seen.certificates is not None:
        noted = noted._replace(certificates=seen.certificates)
    if seen.overview.fault is not None:
        return noted
    if profile is not None:
        noted = noted._replace(profile=profile.id, lead_days=profile.lead_days)
    return _with_misses(noted._replace(tries=seen.overview.tries), seen, history)


def _with_misses(noted: KnownToken, seen: Seen, history: History) -> KnownToken:
    """What others missed since the last look, told once."""
    if seen.counted is None:
        return noted
    reading = seen.overview.reading
    happened = since(Counted(*noted.counted), seen.counted, seen.events, reading.limit) if noted.counted else Since()
    if happened.missed:
        facts: dict[str, str | int] = {"count": happened.missed, "tries": seen.counted.exact}
        history.add("others-missed", noted.id, noted.alias or noted.label, "other-program", **facts)
    missed = happened.standing + (0 if happened.right else noted.missed)
    at = noted.seen if happened.standing else noted.missed_at
    return noted._replace(counted=seen.counted, missed=missed, missed_at=at if missed else None)


def _has_initial_pin(seen: Seen, history: History) -> bool:
    """Only where it is certain: it was typed and is published, or the token says so and nobody has changed it here."""
    if seen.session.initial_pin is not None:
        return seen.session.initial_pin
    issuer = seen.overview.profile
    if not seen.overview.reading.must_change or issuer is None or issuer.pin.initial is None:
        return False
    token = seen.session.token.id
    return not any(history.every(token=token, kind=kind) for kind in ("pin-changed", "unlocked", "initialised"))
