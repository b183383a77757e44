"""`profiles` and `profile`: what is known of issuers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tokenmgr.cli.grammar import Argument, Group, verb
from tokenmgr.cli.out import aside
from tokenmgr.cli.sayings import sentence
from tokenmgr.cli.table import Column
from tokenmgr.cli.verbs.cert import finished
from tokenmgr.wording.terms import term
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.ca.profile import Profile
    from tokenmgr.cli.desk import Clerk


@verb()
def profiles(clerk: Clerk) -> None:
    """The issuers this program knows: limits, initial PINs, ways out, telephones."""
    known = clerk.desk.profiles.profiles
    words = clerk.language
    if clerk.out.as_json:
        clerk.out.rows(shape(each, words.value) for each in known)
    else:
        columns = [Column(term("profile", words), 10), Column("id", 8), Column(term("limit", words), 4, right=True)]
        rows = [
            [each.name.in_language(words.value), each.id, str(each.pin.limit or term("not-published", words))]
            for each in known
        ]
        clerk.out.table(columns, rows)
    for broken in clerk.desk.profiles.broken:
        facts = {"file": broken.path, "key": broken.key, "reason": broken.reason}
        aside(sentence("profile-broken", words, **{name: visible(fact) for name, fact in facts.items()}))


def shape(profile: Profile, language: str) -> dict[str, Any]:
    """A profile, for machines."""
    from tokenmgr.ca.way_out import way_out

    out = way_out(profile, language)
    return {
        "id": profile.id,
        "name": profile.name.in_language(language),
        "family": profile.family.value,
        "limit": profile.pin.limit,
        "unlock": [way.value for way in out.ways],
        "unlock_possible": out.possible,
        "way_out": list(out.lines()),
        "lead_days": list(profile.lead_days),
        "firefox_name": profile.firefox_name,
        "file": profile.source,
    }


profile = Group("Check an issuer's file.")


@profile.verb(Argument("file", read=Path))
def check(clerk: Clerk, file: Path) -> None:
    """Whether a profile FILE is right; if not, which key is wrong and why."""
    from tokenmgr.ca.profile import load

    finished(clerk, "profile-right", id=load(file).id, file=str(file))
