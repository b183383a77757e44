"""The user's choices, read once. Rooms receive values, never this object."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CACHE_CHOICES = (0, 30, 60, 90, 120)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice with its default."""

    #: Empty: as the system says.
    language: str = ""
    #: How long a PIN is kept in memory after it was typed.
    pin_cache_minutes: int = 0


def read(path: Path) -> Settings:
    """What the file says, as far as it makes sense; the defaults for the rest."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return Settings()
    import json  # most people never set anything

    try:
        found = json.loads(text)
    except ValueError:
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    defaults = Settings()
    known = {field.name: type(getattr(defaults, field.name)) for field in fields(defaults)}
    sensible = {name: value for name, value in found.items() if type(value) is known.get(name)}
    settings = replace(defaults, **sensible)
    return settings if settings.pin_cache_minutes in CACHE_CHOICES else replace(settings, pin_cache_minutes=0)
