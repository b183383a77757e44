"""What a notice says: a line, a fact below it, and its one button."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ui.words import day, translate, when
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.notices import Notice

LONGEST_NAME = 60


class NoticeWords(NamedTuple):
    """`tone` as of a Message."""

    tone: str
    title: str
    text: str
    action: str


def notice_words(notice: Notice) -> NoticeWords:
    """The words for one notice."""
    facts = dict(notice.facts)
    who = f"{visible(notice.name)[:LONGEST_NAME]} ·{visible(notice.tail)}"
    match notice.kind:
        case "arrived":
            return NoticeWords("ok", translate("Notices", "Token inserted"), who, translate("Notices", "Show"))
        case "left":
            return NoticeWords("ok", translate("Notices", "Token removed"), who, translate("Notices", "Show events"))
        case "expiring":
            return _ending(who, int(facts.get("days", 0)), str(facts.get("date", "")))
        case "others-missed":
            count, at = int(facts.get("count", 0)), str(facts.get("at", ""))
            title = translate("Notices", "Another program entered %n wrong PIN(s)", "", count)
            moment = when(datetime.fromisoformat(at), datetime.now(UTC)) if at else ""
            text = translate("Notices", "{who}, noticed {when}").format(who=who, when=moment)
            return NoticeWords("warn", title, text, translate("Notices", "Show events"))
        case "update":
            title = translate("Updates", "Version {version} is there").format(version=visible(notice.name))
            text = translate("Updates", "Nothing was installed.")
            return NoticeWords("accent", title, text, translate("Updates", "What changed"))
        case "module-fault":
            name = visible(str(facts.get("module", "")))[:LONGEST_NAME]
            title = translate("Notices", "A module does not answer")
            text = translate("Notices", "{module}. Tokens that need it are not shown; all others work")
            return NoticeWords("warn", title, text.format(module=name), translate("Notices", "Doctor..."))


def _ending(who: str, days: int, end: str) -> NoticeWords:
    date = day(datetime.fromisoformat(end)) if end else ""
    renew = translate("Notices", "How to renew...")
    if days < 0:
        title = translate("Notices", "A certificate has expired")
        return NoticeWords("bad", title, translate("Notices", "{who}, on {date}").format(who=who, date=date), renew)
    title = translate("Notices", "A certificate expires in %n day(s)", "", days)
    text = translate("Notices", "{who}, valid until {date}").format(who=who, date=date)
    return NoticeWords("warn", title, text, renew)
