"""All browsers of this user that were found, and the one that is meant."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.browsers import chromium, firefox
from tokenmgr.browsers.kinds import Where
from tokenmgr.model.browser_errors import BrowserNotFound

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tokenmgr.browsers.kinds import BrowserProfile


def here(home: Path, env: Mapping[str, str] = os.environ) -> Where:
    """This system, and this user's folders."""
    return Where(home, sys.platform, *(_folder(env, name) for name in ("APPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME")))


def _folder(env: Mapping[str, str], name: str) -> Path | None:
    given = Path(env.get(name) or ".")
    return given if given.is_absolute() else None


def profiles(where: Where) -> list[BrowserProfile]:
    """Firefox first: it is what issuers ask for."""
    return [*firefox.profiles(where), *chromium.profiles(where)]


def find(every: Sequence[BrowserProfile], wanted: str) -> BrowserProfile:
    """By its id, its folder, or a name that only one has. BrowserNotFound."""
    for ways in (_exact, _by_name):
        fitting = [profile for profile in every if wanted in ways(profile)]
        if len(fitting) == 1:
            return fitting[0]
    raise BrowserNotFound(wanted)


def _exact(profile: BrowserProfile) -> tuple[str, ...]:
    return profile.id, str(profile.folder)


def _by_name(profile: BrowserProfile) -> tuple[str, ...]:
    """The browser alone means its usual profile."""
    alone = profile.id.partition(":")[0]
    return profile.name, *((alone,) if profile.usual else ())
