"""What an item of attention says: on Home, in the tray, in a notice."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ui.words import day, translate, when
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.attention import Attention


class AttentionWords(NamedTuple):
    """A bold sentence, the fact below it, and what the button says."""

    icon: str
    title: str
    fact: str
    action: str


def attention_words(item: Attention, now: datetime) -> AttentionWords:  # noqa: PLR0911 - one for each kind
    """The words for one item."""
    facts = dict(item.facts)
    name = visible(item.name)[:60]
    days, count = int(facts.get("days", 0)), int(facts.get("count", 0))
    date = day(datetime.fromisoformat(str(facts["date"]))) if "date" in facts else ""
    change, steps = translate("Attention", "Change PIN..."), translate("Attention", "What to do...")
    match item.kind:
        case "initial-pin":
            title = translate("Attention", "{name} still uses its initial PIN").format(name=name)
            fact = translate("Attention", "The initial PIN is public: whoever holds the token can sign")
            return AttentionWords("octagon", title, fact, change)
        case "must-change":
            title = translate("Attention", "{name} wants a new PIN first").format(name=name)
            return AttentionWords("octagon", title, translate("Attention", "It does nothing else until then"), change)
        case "locked":
            title = translate("Attention", "{name} is locked").format(name=name)
            fact = translate("Attention", "It cannot sign or decrypt any more until it is unlocked or replaced")
            return AttentionWords("lock", title, fact, steps)
        case "last-try":
            title = translate("Attention", "{name} has one try left").format(name=name)
            fact = translate("Attention", "The next wrong PIN locks it")
            return AttentionWords("octagon", title, fact, steps)
        case "few-tries":
            title = translate("Attention", "{name} has few tries left").format(name=name)
            fact = translate("Attention", "A right PIN gives them back on most tokens")
            return AttentionWords("triangle", title, fact, translate("Attention", "Show events"))
        case "pin-not-set":
            title = translate("Attention", "{name} has no PIN yet").format(name=name)
            fact = translate("Attention", "An administrator has to set one")
            return AttentionWords("triangle", title, fact, steps)
        case "expired":
            title = translate("Attention", "A certificate on {name} has expired").format(name=name)
            fact = translate("Attention", "Ended on {date}; old files may still need it").format(date=date)
            return AttentionWords("calendar", title, fact, translate("Attention", "How to renew..."))
        case "expiring":
            title = translate("Attention", "A certificate expires in %n day(s)", "", days)
            fact = translate("Attention", "Valid until {date}; renewal can start now").format(date=date)
            return AttentionWords("calendar", title, fact, translate("Attention", "How to renew..."))
        case "others-missed":
            title = translate("Attention", "Another program entered %n wrong PIN(s)", "", count)
            at = str(facts.get("at", ""))
            moment = when(datetime.fromisoformat(at), now) if at else ""
            fact = translate("Attention", "Noticed {when}, outside this program").format(when=moment)
            return AttentionWords("triangle", title, fact, translate("Attention", "Show events"))
