"""What the tray says of a token in a line, and of what needs doing: menus carry text only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.pin import Certainty
from tokenmgr.ui.attention_words import attention_words
from tokenmgr.ui.token_words import end_words
from tokenmgr.ui.widgets.chip import certainty_words
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.actions.glance import Attention, Glance, TokenGlance
    from tokenmgr.model.pin import TriesLeft

LONGEST_NAME = 40


def name_words(name: str) -> str:
    """Short enough for a menu, and nothing in it that could pass for markup."""
    shown = visible(name).replace("<", "‹")
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}…"


def title_words(shown: TokenGlance) -> str:
    """Who it is."""
    return f"{name_words(shown.name)} ·{visible(shown.id.tail)}"


def tries_words(tries: TriesLeft) -> str:
    """How many are left, and how surely that is known."""
    if tries.locked:
        return translate("Tray", "Locked")
    if tries.at_most is None:
        return translate("Tray", "Tries left unknown")
    certainty = certainty_words(tries.certainty)[0].lower()
    if tries.limit is None:
        return translate("Tray", "{count} tries left ({certainty})").format(count=tries.at_most, certainty=certainty)
    text = translate("Tray", "{count} / {limit} tries left ({certainty})")
    return text.format(count=tries.at_most, limit=tries.limit, certainty=certainty)


def left_words(shown: TokenGlance, now: datetime) -> str:
    """Tries, and days."""
    end = shown.nearest_end
    days = end.days_left(now) if end is not None else None
    if days is not None and days >= 0:
        lasts = translate("Tray", "ends in %n day(s)", "", days)
    else:
        lasts = end_words(shown, now).text
    return translate("Tray", ", ").join((tries_words(shown.overview.tries), lasts))


def row_words(shown: TokenGlance) -> str:
    """A token among others: name, and tries in short."""
    name = name_words(shown.name)
    if shown.practice:
        name = translate("Tray", "{name} (practice)").format(name=name)
    return translate("Tray", ", ").join((name, _short(shown.overview.tries)))


def _short(tries: TriesLeft) -> str:
    if tries.locked or tries.at_most is None:
        return tries_words(tries)
    count = f"{tries.at_most} / {tries.limit}" if tries.limit else str(tries.at_most)
    return count if tries.certainty is Certainty.EXACT else translate("Tray", "at most {count}").format(count=count)


def job_words(item: Attention, glance: Glance) -> str:
    """What to do about it, as an item that opens something."""
    facts = dict(item.facts)
    days, count = int(facts.get("days", 0)), int(facts.get("count", 0))
    match item.kind:
        case "initial-pin":
            text = translate("Tray", "Change the initial PIN of {name}...")
        case "must-change" | "pin-not-set":
            text = translate("Tray", "Set the PIN of {name}...")
        case "locked":
            text = translate("Tray", "{name} is locked: what to do...")
        case "expiring":
            text = translate("Tray", "Renew {name}, %n day(s) left...", "", days)
        case "expired":
            text = translate("Tray", "A certificate on {name} has expired...")
        case "others-missed":
            text = translate("Tray", "Another program entered %n wrong PIN(s)...", "", count)
        case _:
            text = f"{attention_words(item, glance.taken).title}..."
    return text.replace("{name}", name_words(item.name))


def tip_words(shown: TokenGlance | None, glance: Glance) -> str:
    """For whoever rests on the icon."""
    if shown is None:
        return translate("Tray", "No token is plugged in")
    return translate("Tray", ", ").join((title_words(shown), left_words(shown, glance.taken)))
