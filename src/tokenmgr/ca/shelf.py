"""All profiles at hand: those shipped, those given to all users, and the user's own; later ones replace earlier ones
of the same id.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import ProfileBroken

if TYPE_CHECKING:
    from tokenmgr.ca.profile import Profile


class Stock(NamedTuple):
    """What could be read, and what could not."""

    profiles: tuple[Profile, ...]
    broken: tuple[ProfileBroken, ...]


class Shelf:
    """Reads nothing until somebody asks, and then once."""

    def __init__(self, *folders: Path, first: str = "") -> None:
        self._folders, self._first = folders, first

    @cached_property
    def stock(self) -> Stock:
        """Every profile by id in order, the one wanted first before all, and every file that was refused."""
        found = stock(*self._folders)
        return found._replace(profiles=tuple(sorted(found.profiles, key=lambda each: each.id != self._first)))

    @property
    def profiles(self) -> tuple[Profile, ...]:
        return self.stock.profiles

    @property
    def broken(self) -> tuple[ProfileBroken, ...]:
        return self.stock.broken

    def by_id(self, wanted: str) -> Profile | None:
        """One profile, or None."""
        return next((profile for profile in self.profiles if profile.id == wanted), None)

    def read_again(self) -> None:
        """Forget what was read: a file has changed."""
        self.__dict__.pop("stock", None)


def stock(*folders: Path) -> Stock:
    """Reads folders in order; a later folder's profile replaces an earlier one of the same id."""
    profiles: dict[str, Profile] = {}
    broken: list[ProfileBroken] = []
    for folder in folders:
        here = read_folder(folder)
        profiles.update((profile.id, profile) for profile in here.profiles)
        broken.extend(here.broken)
    return Stock(tuple(profiles[name] for name in sorted(profiles)), tuple(broken))


def read_folder(folder: Path) -> Stock:
    """Every profile in one folder. One bad file does not hide the others."""
    from tokenmgr.ca.profile import load  # tomllib and two dozen dataclasses: only when a profile is wanted

    profiles: dict[str, Profile] = {}
    broken: list[ProfileBroken] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            profile = load(path)
        except ProfileBroken as error:
            broken.append(error)
            continue
        first = profiles.setdefault(profile.id, profile)
        if first is not profile:
            broken.append(ProfileBroken(str(path), "id", f"is taken by {Path(first.source).name}"))
    return Stock(tuple(profiles.values()), tuple(broken))
