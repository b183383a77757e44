"""What the publisher's signed `versions.json` says: the versions of each channel, what changed, and the packages.

Read by closed rules even though it is signed: a publisher's mistake must not stop the program either. Names that are
not known are passed over, so that a later publisher can say more without silencing the programs of today.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, NamedTuple

from tokenmgr.updates.version import version_of

#: Kind of package -> how its name ends.
SUFFIXES = {"deb": ".deb", "msi": ".msi", "nsis": ".exe", "dmg": ".dmg", "appimage": ".AppImage"}
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
FORMAT = 1
LARGEST = 128 * 1024
MOST_CHANNELS, MOST_RELEASES, LONGEST_NOTES, LONGEST_PATH = 8, 20, 4000, 200
#: Below the publisher's folder, and plain: nothing that a server, a shell or a file system takes for an order.
PATH = re.compile(r"[A-Za-z0-9][\w.+~-]*(?:/[A-Za-z0-9][\w.+~-]*){0,3}", re.ASCII)
CHANNEL = re.compile(r"[a-z0-9-]{1,20}", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class NoNews(ValueError):
    """What was read makes no sense."""


class Release(NamedTuple):
    """One version. `notes` by language, `files` by kind of package."""

    version: str
    day: date
    notes: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]

    def note(self, language: str) -> str:
        """What changed."""
        return dict(self.notes)[language]

    def file(self, kind: str) -> str:
        """The package's path at the publisher's; empty where there is none of this kind."""
        return dict(self.files).get(kind, "")


def read_news(data: bytes, channel: str) -> tuple[Release, ...]:
    """The versions of a channel, newest first; none where there is no such channel. NoNews where it makes no sense."""
    if len(data) > LARGEST:
        raise NoNews("too large")
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        raise NoNews("no JSON") from None
    channels = _table(_table(said, 1000).get("channels"), MOST_CHANNELS)
    if said.get("format") != FORMAT or not all(map(CHANNEL.fullmatch, channels)):
        raise NoNews("another format")
    read = {name: [_release(each) for each in _list(releases)] for name, releases in channels.items()}
    return tuple(sorted(read.get(channel, ()), key=lambda each: version_of(each.version) or (), reverse=True))


def _release(said: object) -> Release:
    table = _table(said, 1000)
    version = _text(table.get("version"), 40)
    if version_of(version) is None:
        raise NoNews("no version")
    notes, files = _table(table.get("notes"), 100), _table(table.get("files"), 100)
    return Release(
        version,
        _day(table.get("date")),
        tuple((language, _text(notes.get(language), LONGEST_NOTES)) for language in LANGUAGES),
        tuple((kind, _path(files[kind], end)) for kind, end in SUFFIXES.items() if kind in files),
    )


def _day(said: object) -> date:
    text = _text(said, 10)
    try:
        return date.fromisoformat(text if DAY.fullmatch(text) else "")
    except ValueError:
        raise NoNews("no date") from None


def _path(said: object, end: str) -> str:
    text = _text(said, LONGEST_PATH)
    if not PATH.fullmatch(text) or not text.endswith(end):
        raise NoNews("no path of a package")
    return text


def _text(said: object, longest: int) -> str:
    """Lines of what can be seen: nothing that turns the reading around or hides."""
    if not isinstance(said, str) or len(said) > longest or not all(map(str.isprintable, said.split("\n"))):
        raise NoNews("no plain text")
    return said


def _table(said: object, most: int) -> dict[str, Any]:
    if not isinstance(said, dict) or len(said) > most:
        raise NoNews("no table")
    return said


def _list(said: object) -> list[Any]:
    if not isinstance(said, list) or len(said) > MOST_RELEASES:
        raise NoNews("no list")
    return said
