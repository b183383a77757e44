"""Everything a screen shows of the tokens, taken at one moment: plain values, nothing that could still be asked.

`before` tells what is remembered, for the first picture; `take` asks everybody, in a worker's thread.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from tokenmgr.actions.attention import USUAL_LEAD_DAYS, Attention, Subject, items
from tokenmgr.model.pin import PinKind
from tokenmgr.session.health import health_of, module_of

if TYPE_CHECKING:
    from tokenmgr.actions.looking import Look
    from tokenmgr.actions.overview import Overview
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.last_fault import LastFault
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.model.token import Token, TokenId
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.health import Provider
    from tokenmgr.session.history import Event, History
    from tokenmgr.session.known import KnownToken, KnownTokens

#: How the practice tokens' own labels end.
PRACTICE = " (practice)"
__all__ = ["Absent", "Attention", "Fault", "Glance", "Health", "TokenGlance", "before", "take"]

MOST_EVENTS = 50
#: A module that takes longer than this to load is worth a word.
SLOW_SECONDS = 5.0
State = Literal["ok", "slow", "failed", "built-in"]


class Health(NamedTuple):
    """How the module behind a token is doing."""

    state: State
    module: str = ""
    version: str = ""
    crashes: int = 0
    hangs: int = 0
    last_fault: LastFault | None = None


class TokenGlance(NamedTuple):
    """A token that is here now."""

    token: Token
    alias: str
    overview: Overview
    certificates: tuple[Certificate, ...]
    unlocked_minutes: int
    open: bool
    health: Health
    initial_pin: bool
    #: How long what an administrator does asks for no PIN.
    officer_minutes: int = 0
    #: How many days ahead its certificates are "ending": the user's own, else the issuer's, else the usual.
    lead_days: tuple[int, ...] = USUAL_LEAD_DAYS

    @property
    def id(self) -> TokenId:
        """Who it is."""
        return self.token.id

    @property
    def name(self) -> str:
        """What its owner calls it, else what it calls itself."""
        return called(self.alias, self.token.label, practice=self.practice)

    @property
    def unlocked(self) -> bool:
        """Something can be done with it without a PIN: there is something to lock."""
        return self.open or bool(self.unlocked_minutes or self.officer_minutes)

    @property
    def issuer(self) -> Profile | None:
        """Its issuer, where that is known."""
        return self.overview.profile

    @property
    def practice(self) -> bool:
        """Whether it is for practice only."""
        return self.token.practice

    @property
    def nearest_end(self) -> Certificate | None:
        """The user's certificate that ends first."""
        return nearest_end(self.certificates)


class Absent(NamedTuple):
    """A token seen before that is not here now."""

    id: TokenId
    name: str
    label: str
    alias: str
    practice: bool
    #: The profile's id, empty where the issuer was not known.
    profile: str
    certificates: tuple[Certificate, ...]
    seen: datetime
    tries: TriesLeft | None = None
    lead_days: tuple[int, ...] = USUAL_LEAD_DAYS

    @property
    def nearest_end(self) -> Certificate | None:
        """The user's certificate that ends first."""
        return nearest_end(self.certificates)


class Fault(NamedTuple):
    """A module that did not answer."""

    module: str
    error: TokenError
    #: It crashed or hung; others only have nothing to show.
    serious: bool = False


class Glance(NamedTuple):
    """All of it."""

    taken: datetime
    tokens: tuple[TokenGlance, ...] = ()
    absent: tuple[Absent, ...] = ()
    faults: tuple[Fault, ...] = ()
    #: Worst first.
    attention: tuple[Attention, ...] = ()
    #: Newest first, at most 50.
    events: tuple[Event, ...] = ()
    #: Only what is remembered: the modules have not answered yet.
    loading: bool = False

    def token(self, token: TokenId) -> TokenGlance | None:
        """The token with this id, if it is here."""
        return next((each for each in self.tokens if each.id == token), None)

    def lead_days(self, token: TokenId) -> tuple[int, ...]:
        """How many days ahead the certificates of this token are "ending", whether it is here or not."""
        here = {each.id: each.lead_days for each in self.tokens}
        return here.get(token) or next((each.lead_days for each in self.absent if each.id == token), USUAL_LEAD_DAYS)

    @property
    def certificates(self) -> tuple[Certificate, ...]:
        """Every certificate, of the tokens that are here and of those that are not."""
        here = [certificate for token in self.tokens for certificate in token.certificates]
        return (*here, *(certificate for token in self.absent for certificate in token.certificates))


def called(alias: str, label: str, *, practice: bool) -> str:
    """The alias, else the label; that a token is for practice is said beside its name, not in it."""
    return alias or (label.removesuffix(PRACTICE) if practice else label)


def nearest_end(certificates: tuple[Certificate, ...]) -> Certificate | None:
    """The certificate that ends first; those of issuers only where there is no other."""
    dated = [each for each in certificates if each.facts.not_after is not None]
    own = [each for each in dated if not each.facts.is_ca] or dated
    return min(own, key=lambda each: each.facts.not_after.timestamp() if each.facts.not_after else 0.0, default=None)


def before(known: KnownTokens, *, practice: bool = False, now: datetime | None = None) -> Glance:
    """What is remembered, at once; who of them is here is not known yet. `practice`: with the practice tokens."""
    now = now or datetime.now(UTC)
    remembered = [each for each in known.tokens if practice or not each.practice]
    attention = items(map(_subject_of_absent, remembered), now)
    return Glance(now, absent=tuple(map(_absent, remembered)), attention=attention, loading=True)


def take(
    desk: Desk,
    known: KnownTokens,
    history: History,
    *,
    lead_days: tuple[int, ...] = (),
    afresh: bool = False,
    now: datetime | None = None,
) -> Glance:
    """Ask everybody. A module that fails adds a fault and leaves its tokens unknown; nothing is raised for it.

    `lead_days`: the user's own instead of the issuers'. `afresh`: read again what was read before.
    """
    from tokenmgr.actions.looking import look_at_all  # the whole session: not for the first picture

    now = now or datetime.now(UTC)
    looks, faults = look_at_all(desk, known, history, now, afresh=afresh)
    late = desk.inventory.late
    tokens = [
        _glanced(look, lead_days, failed=look.session.provider in faults, late=look.session.provider in late)
        for look in looks
    ]
    here = {token.id for token in tokens}
    practising = any(provider.name == "practice" for provider in desk.inventory.providers)
    gone = [each for each in known.tokens if each.id not in here and (practising or not each.practice)]
    subjects = [*map(_subject, looks), *map(_subject_of_absent, gone)]
    return Glance(
        taken=now,
        tokens=tuple(tokens),
        absent=tuple(_absent(each, lead_days) for each in gone),
        faults=tuple(_fault(provider, error) for provider, error in faults.items()),
        attention=items([each._replace(lead_days=lead_days or each.lead_days) for each in subjects], now),
        events=tuple(history.latest(MOST_EVENTS)),
    )


def _glanced(look: Look, lead_days: tuple[int, ...], *, failed: bool, late: bool) -> TokenGlance:
    return TokenGlance(
        token=look.session.token,
        alias=look.noted.alias,
        overview=look.overview,
        certificates=look.noted.certificates,
        unlocked_minutes=look.session.minutes_unlocked(),
        officer_minutes=look.session.minutes_unlocked(PinKind.SO),
        open=look.overview.reading.logged_in,
        health=_health(look.session.provider, failed=failed, late=late),
        initial_pin=look.initial_pin,
        lead_days=lead_days or look.noted.lead_days or USUAL_LEAD_DAYS,
    )


def _fault(provider: Provider, error: TokenError) -> Fault:
    health = health_of(provider)
    fell = health is not None and bool(health.crashes or health.hangs)
    return Fault(module_of(provider) or provider.name, error, serious=fell)


def _health(provider: Provider, *, failed: bool, late: bool) -> Health:
    health, module = health_of(provider), module_of(provider)
    if health is None:
        return Health("failed" if failed else "built-in", module)
    slow = late or (health.load_seconds or 0.0) > SLOW_SECONDS
    state: State = "failed" if failed or health.set_aside else "slow" if slow else "ok"
    return Health(state, module, health.version, health.crashes, health.hangs, health.last_fault)


def _subject(look: Look) -> Subject:
    overview, abilities = look.overview, look.session.token.abilities
    return _subject_of_absent(look.noted)._replace(
        tries=None if overview.fault else overview.tries,
        pin_set=overview.state.value != "pin-not-set",
        initial_pin=look.initial_pin,
        must_change=overview.reading.must_change,
        unlockable=any(ability.value.startswith("unlock-by-") for ability in abilities),
    )


def _absent(token: KnownToken, lead_days: tuple[int, ...] = ()) -> Absent:
    """A token as it was seen last."""
    return Absent(
        id=token.id,
        name=called(token.alias, token.label, practice=token.practice),
        label=token.label,
        alias=token.alias,
        practice=token.practice,
        profile=token.profile,
        certificates=token.certificates,
        seen=token.seen,
        tries=token.tries,
        lead_days=lead_days or token.lead_days or USUAL_LEAD_DAYS,
    )


def _subject_of_absent(token: KnownToken) -> Subject:
    """Of a token that is elsewhere only certificates and unseen misses matter."""
    return Subject(
        id=token.id,
        name=called(token.alias, token.label, practice=token.practice),
        certificates=token.certificates,
        lead_days=token.lead_days,
        missed=token.missed,
        missed_at=token.missed_at,
    )
