"""The user's choices, read once. Rooms receive values, never this object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CACHE_CHOICES = (0, 30, 60, 90, 120)
MOST_LEAD_DAYS, DIGITS = 3650, 4


class Settings(NamedTuple):
    """Every choice with its default."""

    #: Empty: as the system says.
    language: str = ""
    #: How long a PIN is kept in memory after it was typed.
    pin_cache_minutes: int = 0
    theme: str = "system"
    view: str = "simple"
    #: Off: none of the three below either.
    notices: bool = True
    notice_arrivals: bool = True
    notice_expiry: bool = True
    notice_misses: bool = True
    #: Days before a certificate's end at which to say so, such as "60, 30, 7"; empty: as its issuer says.
    lead_days: str = ""
    #: Look for a newer version once a day.
    updates: bool = False
    #: Keep a log file.
    log: bool = False
    #: Stay in the tray when the window is closed.
    tray: bool = True
    #: Start without a window.
    start_hidden: bool = False
    #: The small window that stays on top.
    mini: bool = False
    #: Whether the question about starting with the computer was asked.
    autostart_asked: bool = False
    #: The version of the texts that the user agreed to; empty: not yet.
    welcomed: str = ""
    #: Where the window was, in Qt's own words.
    window: str = ""
    page: str = "home"
    #: Where the small window was.
    mini_place: str = ""
    #: Show the practice tokens too.
    practice: bool = False
    #: The issuer whose installer this was, by its profile's id: it stands first wherever issuers are named.
    issuer: str = ""


#: What may stand in a field; anything else is as if it were not there.
CHOICES: dict[str, tuple[object, ...]] = {
    "pin_cache_minutes": CACHE_CHOICES,
    "theme": ("system", "light", "dark"),
    "view": ("simple", "advanced"),
}
#: What may be chosen for everybody on a computer, until they choose themselves. Nothing that touches PINs.
GIVEN = (
    "issuer", "language", "theme", "view", "notices", "lead_days", "tray", "start_hidden",
    "autostart_asked", "welcomed",
)  # fmt: skip
#: They may stand in a table of this name: Windows Installer can write nothing that stands before one.
GIVEN_TABLE = "given"


def read(path: Path, given: Path | None = None) -> Settings:
    """What the user's file says, else what was given to all users, as far as it makes sense; else the defaults."""
    settings = Settings()
    if given is not None and (found := _given(given)):
        settings = settings._replace(**_sensible(found))
    if found := _found(path):
        settings = settings._replace(**_sensible(found))
    return settings


def _sensible(found: Mapping[str, Any]) -> dict[str, Any]:
    known = {name: type(value) for name, value in Settings._field_defaults.items()}
    typed = {name: value for name, value in found.items() if type(value) is known.get(name)}
    allowed = {name: value for name, value in typed.items() if value in CHOICES.get(name, (value,))}
    if days_in(allowed.get("lead_days", "")) is None:
        allowed["lead_days"] = ""
    return allowed


def write(path: Path, settings: Settings) -> None:
    """Whole or not at all; what another version keeps in the file stays there. OSError where it cannot be written."""
    import json
    import os

    from tokenmgr.system import locks  # only for those who change something

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with locks.held(path.with_suffix(".lock")):
        beside = path.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            json.dump({**_found(path), **settings._asdict()}, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)


def _given(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes()
    except OSError:
        return {}
    if all(not line or line.startswith(b"#") for line in text.splitlines()):
        return {}  # as it was installed
    import tomllib  # 3 ms that hardly any computer needs

    try:
        found = tomllib.loads(text.decode())
    except (ValueError, RecursionError):
        return {}
    below = found.get(GIVEN_TABLE)
    found = below if isinstance(below, dict) else found
    return {name: found[name] for name in GIVEN if name in found}


def days_in(text: str) -> tuple[int, ...] | None:
    """The days of `lead_days`, most first; None for what is no list of days."""
    parts = [part.strip() for part in text.split(",")] if text.strip() else []
    if not all(
        part.isascii() and part.isdigit() and len(part) <= DIGITS and int(part) <= MOST_LEAD_DAYS for part in parts
    ):
        return None
    return tuple(sorted({int(part) for part in parts}, reverse=True))


def _found(path: Path) -> dict[str, Any]:
    """The object in the file; none where there is no file, or another thing in it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return {}
    import json  # most people never set anything

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
