"""What is said of a token in a word or two, wherever it shows: state, end of its certificates, its module."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.attention import USUAL_LEAD_DAYS
from tokenmgr.actions.overview import State
from tokenmgr.model.certificate import Usage
from tokenmgr.ui.words import translate
from tokenmgr.x509.moment import endless

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.certificate import Certificate


class Said(NamedTuple):
    """Words, an icon, and a tone: of a chip, or a colour's role."""

    text: str
    icon: str
    tone: str


def state_words(shown: TokenGlance) -> Said:  # noqa: PLR0911 - one for each state
    """The chip of a token."""
    match shown.overview.state:
        case State.LOCKED:
            return Said(translate("States", "Locked"), "lock", "bad")
        case State.LAST_TRY:
            return Said(translate("States", "Last try"), "octagon", "bad")
        case State.UNKNOWN:
            return Said(translate("States", "No answer"), "triangle", "warn")
        case State.NOT_INITIALISED:
            return Said(translate("States", "Not initialised"), "circle", "plain")
        case State.PIN_NOT_SET:
            return Said(translate("States", "No PIN set"), "triangle", "warn")
    if shown.initial_pin:
        return Said(translate("States", "Initial PIN"), "octagon", "bad")
    if shown.overview.state is State.MUST_CHANGE:
        return Said(translate("States", "Change PIN"), "octagon", "bad")
    return _lock_state(shown)


def _lock_state(shown: TokenGlance) -> Said:
    minutes = shown.unlocked_minutes  # the tool that collects texts understands only a plain name for a number
    if minutes:
        return Said(translate("States", "Unlocked, %n min", "", minutes), "unlock", "accent")
    if shown.open:
        return Said(translate("States", "Unlocked"), "unlock", "accent")
    minutes = shown.officer_minutes
    if minutes:
        return Said(translate("States", "Administrator, %n min", "", minutes), "shield", "accent")
    return Said(translate("States", "Not unlocked"), "lock", "plain")


def days_words(certificate: Certificate | None, now: datetime, lead: tuple[int, ...] = USUAL_LEAD_DAYS) -> Said:
    """How long a certificate lasts; marked where it is time to renew."""
    days = certificate.days_left(now) if certificate is not None else None
    if days is None:
        return Said(translate("States", "Not reported"), "", "text2")
    if certificate is not None and certificate.facts.not_after is not None and endless(certificate.facts.not_after):
        return Said(translate("Words", "no end"), "", "text")
    if days < 0:
        since = -days
        return Said(translate("States", "Expired %n day(s) ago", "", since), "calendar", "bad")
    text = translate("States", "%n day(s) left", "", days)
    return Said(text, "calendar", "warn") if days <= max(lead) else Said(text, "", "text")


def end_words(shown: TokenGlance, now: datetime) -> Said:
    """The certificate of a token that ends first."""
    if not shown.certificates:
        return Said(translate("States", "No certificate"), "", "text2")
    return days_words(shown.nearest_end, now, shown.lead_days)


def usage_words(usage: Usage) -> str:
    """What a certificate is for."""
    return {
        Usage.SIGN: translate("States", "Sign"),
        Usage.ENCRYPT: translate("States", "Encrypt"),
        Usage.BOTH: translate("States", "Sign + encrypt"),
        Usage.CA: translate("States", "CA"),
        Usage.UNKNOWN: translate("States", "Other"),
    }[usage]


USAGE_ICONS = {
    Usage.SIGN: "pen",
    Usage.ENCRYPT: "plate",
    Usage.BOTH: "pen-plate",
    Usage.CA: "bank",
    Usage.UNKNOWN: "certificate",
}


def certificates_words(shown: TokenGlance) -> str:
    """How many of each kind; those of issuers are not counted."""
    own = [each.facts.usage for each in shown.certificates if not each.facts.is_ca]
    if not own:
        return translate("States", "None")
    counted = [(usage, own.count(usage)) for usage in Usage if usage in own]
    words = [
        translate("States", "{count} {usage}").format(count=count, usage=usage_words(usage)) for usage, count in counted
    ]
    return translate("States", ", ").join(words)


def health_words(shown: TokenGlance) -> Said:
    """How the module behind it is doing."""
    return {
        "ok": Said(translate("States", "Healthy"), "check", "ok"),
        "slow": Said(translate("States", "Slow"), "triangle", "warn"),
        "failed": Said(translate("States", "Failed"), "octagon", "bad"),
        "built-in": Said(translate("States", "Built in"), "check", "ok"),
    }[shown.health.state]
