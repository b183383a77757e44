"""`updates`: one look for a newer version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tokenmgr import __version__
from tokenmgr.cli.grammar import verb
from tokenmgr.cli.sayings import sentence

if TYPE_CHECKING:
    from tokenmgr.actions.updates import Standing
    from tokenmgr.cli.desk import Clerk
    from tokenmgr.updates.news import Release

#: There is one.
NEWER = 10


@verb()
def updates(clerk: Clerk) -> int:
    """Look for a newer version, and say what changed. Nothing is installed.

    The publisher's server is told which file is wanted, and nothing else. The exit code is 10 where there is a newer
    version, and 0 where there is none.
    """
    from tokenmgr.actions.updates import look
    from tokenmgr.places import places

    found = look(places(clerk.wishes.home or None))
    if clerk.out.as_json:
        clerk.out.json(shape(found))
    else:
        show(clerk, found)
    return NEWER if found.newer else 0


def show(clerk: Clerk, found: Standing) -> None:
    """In words: each newer version with its notes, and how the newest comes here."""
    words = clerk.language
    if not found.newer:
        clerk.out.line(sentence("newest-here", words, version=__version__))
        return
    newest = found.newer[0]
    clerk.out.line(sentence("newer-there", words, version=newest.version, present=__version__))
    for release in found.newer:
        clerk.out.line(f"\n{release.version}  {release.day}")
        clerk.out.line("\n".join(f"  {line}" for line in release.note(words.value).split("\n")))
    clerk.out.line()
    clerk.out.line(_way(clerk, found))


def _way(clerk: Clerk, found: Standing) -> str:
    if found.command:
        return sentence("system-brings-it", clerk.language, command=found.command)
    if found.package:
        return sentence("window-brings-it", clerk.language, host=found.host)
    return sentence("nobody-brings-it", clerk.language)


def shape(found: Standing) -> dict[str, Any]:
    """For machines."""
    return {
        "version": __version__,
        "newer": bool(found.newer),
        "releases": [_release(each) for each in found.newer],
        "installed": found.kind,
        "command": found.command,
        "package": found.package,
        "host": found.host,
    }


def _release(release: Release) -> dict[str, Any]:
    return {"version": release.version, "date": release.day.isoformat(), "notes": dict(release.notes)}
