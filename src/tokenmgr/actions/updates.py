"""Is there a newer version, what changed, and how does it come here? Only by a person's wish, said now or for each day.

Nothing is ever installed: what a system's package manager brings is left to it, anything else is laid into a folder.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr import __version__
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.update_errors import UpdateAddressMissing, UpdateUnreachable, UpdateUntrusted
from tokenmgr.system import locks
from tokenmgr.updates.installed import here, installed, offered
from tokenmgr.updates.memory import Heard, Memory
from tokenmgr.updates.news import NoNews, read_news
from tokenmgr.updates.place import place_in
from tokenmgr.updates.version import is_newer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenmgr.places import Places
    from tokenmgr.updates.installed import Kind
    from tokenmgr.updates.line import Pace
    from tokenmgr.updates.news import Release
    from tokenmgr.updates.place import Place


class Standing(NamedTuple):
    """What is known of newer versions. `host`: who is asked; empty where this build has nobody to ask."""

    host: str = ""
    #: How this program came here.
    kind: Kind = "source"
    heard: Heard = Heard()
    #: Those newer than this one, newest first.
    newer: tuple[Release, ...] = ()
    #: What a person types to have the newest brought by the system; empty where no repository is known to hold it.
    command: str = ""
    #: The newest one's package for this computer at the publisher's; empty where there is none.
    package: str = ""


def standing(where: Places, version: str = __version__) -> Standing:
    """As far as it was heard before. Nobody is asked."""
    place = place_in(where.resources)
    if place is None:
        return Standing()
    memory = Memory(where.updates)
    try:
        return _standing(place, memory.heard(), memory.news(), version)
    except UpdateUntrusted:
        return _standing(place, memory.heard(), b"", version)  # a file of ours that somebody wrote into


def look(where: Places, pace: Pace | None = None, version: str = __version__, now: datetime | None = None) -> Standing:
    """Ask now. UpdateAddressMissing, UpdateUnreachable, UpdateUntrusted; Cancelled as the pace wishes."""
    place = place_in(where.resources)
    if place is None:
        raise UpdateAddressMissing
    memory, moment = Memory(where.updates), now or datetime.now(UTC)
    try:
        with locks.held(memory.lock):
            memory.begun(moment)
            news = _asked(place, memory, pace, moment)
            found = _standing(place, memory.heard(), news, version)
            memory.told(moment, news)
    except OSError as error:
        raise FileUnreadable(str(where.updates), error.strerror or type(error).__name__) from None
    return found._replace(heard=memory.heard())


def look_if_due(where: Places, pace: Pace | None = None, now: datetime | None = None) -> Standing | None:
    """The daily look. None where it is not time yet, or nobody can be asked; that is no news to anybody."""
    moment = now or datetime.now(UTC)
    if place_in(where.resources) is None or not Memory(where.updates).heard().due(moment):
        return None
    try:
        return look(where, pace, now=moment)
    except UpdateUnreachable:
        return None


def download(
    where: Places, path: str, folder: Path, pace: Pace, sized: Callable[[int], object] = lambda _length: None
) -> Path:
    """Lay a package into a folder, whole and as it was signed; where it lies then. It is not started.

    `sized` is told its length before the first byte of it comes.
    """
    from tokenmgr.updates import loading
    from tokenmgr.updates.package import bring  # with http and ssl, which only who asks needs

    place = place_in(where.resources)
    if place is None:
        raise UpdateAddressMissing
    memory = Memory(where.updates)
    try:
        with locks.held(memory.lock):
            package = loading.source().Source(place, memory.signatures, pace).package(path)
    except OSError as error:
        raise FileUnreadable(str(where.updates), error.strerror or type(error).__name__) from None
    sized(package.length)
    found: Path = bring(package, folder, pace)
    return found


def _asked(place: Place, memory: Memory, pace: Pace | None, moment: datetime) -> bytes:
    from tokenmgr.updates import loading
    from tokenmgr.updates.line import Pace as Usual  # likewise

    try:
        news: bytes = loading.source().Source(place, memory.signatures, pace or Usual()).news(memory.news())
    except UpdateUnreachable as error:
        if error.reason == "connect":
            memory.nobody_there(moment)
        raise
    return news


def _standing(place: Place, heard: Heard, news: bytes, version: str) -> Standing:
    kind = installed(here())
    try:
        newer = [each for each in read_news(news, place.channel) if is_newer(each.version, version)] if news else []
    except NoNews:
        raise UpdateUntrusted("garbled", "versions.json") from None
    command = place.command(kind)
    package = newer[0].file(offered(kind)) if newer and not command else ""
    return Standing(place.host, kind, heard, tuple(newer), command if newer else "", package)
