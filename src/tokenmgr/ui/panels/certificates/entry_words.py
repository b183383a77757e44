"""What a row says, made when it is first painted: a thousand rows cost nothing until somebody looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ui.certificate_words import LONGEST_NAME, called, common_name
from tokenmgr.ui.token_words import USAGE_ICONS, Said, days_words, usage_words
from tokenmgr.ui.words import date_here, day, translate, when
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.ui.panels.certificates.entries import Entry


class RowWords(NamedTuple):
    """Everything that is painted in a row."""

    icon: str
    caption: str
    name: str
    #: Issuer, then the token or where it is.
    second: tuple[str, str]
    tail: str
    end: Said
    practice: bool
    here: bool

    def spoken(self) -> str:
        """For whoever cannot see the row."""
        practice = translate("Tokens", "Practice") if self.practice else ""
        words = (self.name, self.caption, *self.second, self.tail, practice, self.end.text)
        return ", ".join(word for word in words if word)


def row_words(entry: Entry, now: datetime) -> RowWords:
    """The words of one row."""
    facts, place = entry.certificate.facts, entry.place
    end = days_words(entry.certificate, now, place.lead)
    return RowWords(
        icon=USAGE_ICONS[facts.usage],
        caption=usage_words(facts.usage),
        name=called(entry.certificate),
        second=(issuer_words(entry), where_words(entry, now)),
        tail=f"·{visible(place.token.tail)}" if entry.here and place.token.tail else "",
        end=end if end.tone != "bad" else Said(end.text, "", "text2"),
        practice=place.practice,
        here=entry.here,
    )


def issuer_words(entry: Entry) -> str:
    """Who issued it, as the token's profile calls them, else as the certificate does."""
    return entry.place.issuer or visible(common_name(entry.certificate.facts.issuer or ""), LONGEST_NAME)


def where_words(entry: Entry, now: datetime) -> str:
    """Its token, or when that was seen last."""
    if entry.place.seen is None:
        return visible(entry.place.name, LONGEST_NAME)
    today = date_here(entry.place.seen) == date_here(now)
    seen = when(entry.place.seen, now) if today else day(entry.place.seen)
    return translate("Certificates", "Not inserted, last seen {when}").format(when=seen)
