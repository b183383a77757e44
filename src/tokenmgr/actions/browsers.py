"""A token's module in the browsers: where it is registered, registering it, and taking it out again exactly."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tokenmgr.browsers import found, plans, running, ways
from tokenmgr.model.browser_errors import BrowserLacksModule, BrowserProfileBroken, BrowserRunning
from tokenmgr.model.computer_errors import ChangedSince
from tokenmgr.model.module import ModuleState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tokenmgr.browsers.kinds import BrowserProfile
    from tokenmgr.browsers.module_list import Entry
    from tokenmgr.browsers.ways import Way
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.change import Change, Edit
    from tokenmgr.model.module import ModuleStatus

#: Kinds of changes, see model/change.py.
REGISTERED, REMOVED = "browser", "browser-removed"


class Keeper(Protocol):
    """Whoever writes a change down, does it, and knows the way back: changes/record.py."""

    def apply(self, kind: str, what: Mapping[str, str], edits: Sequence[Edit]) -> str:
        """Done and written down; its number."""
        ...

    def undo(self, id_: str) -> None:
        """To the byte. ChangedSince where something else has changed it meanwhile."""

    def gone(self, id_: str) -> None:
        """It was taken back in another way."""

    def standing(self) -> list[Change]:
        """Those that are not undone, newest first."""
        ...


class Offer(NamedTuple):
    """A module of this computer, and the name that it would get."""

    name: str
    library: str
    #: The issuer whose name for it this is; empty where none has one.
    issuer: str = ""


class Row(NamedTuple):
    """A browser's profile, and how it stands with modules there."""

    profile: BrowserProfile
    registered: tuple[Entry, ...]
    running: bool
    #: The way that works for the first of the offers, else for a vendor's module.
    way: Way
    #: What is ready on this computer and not in its list.
    offers: tuple[Offer, ...]
    #: Why its list cannot be read; empty where it can.
    fault: str = ""


def here(home: Path | None = None) -> list[BrowserProfile]:
    """All profiles of this user."""
    return found.profiles(found.here(home or Path.home()))


def look(profiles: Iterable[BrowserProfile], modules: Iterable[ModuleStatus], issuers: Iterable[Profile]) -> list[Row]:
    """How it stands in each of them. Nothing is changed."""
    ready = offers(modules, issuers)
    return [_row(profile, ready) for profile in profiles]


def _row(profile: BrowserProfile, ready: Sequence[Offer]) -> Row:
    try:
        registered, fault = tuple(plans.registered(profile)), ""
    except BrowserProfileBroken as error:
        registered, fault = (), error.reason
    files = {os.path.realpath(entry.library) for entry in registered}
    new = tuple(offer for offer in ready if os.path.realpath(offer.library) not in files)
    way = ways.way(profile, new[0].library if new else "")
    return Row(profile, registered, running.is_running(profile), way, new, fault)


def offers(modules: Iterable[ModuleStatus], issuers: Iterable[Profile]) -> list[Offer]:
    """Every module that answers, those first for which an issuer says the name."""
    every = list(issuers)
    made = [_offer(status, every) for status in modules if status.state is ModuleState.READY]
    return sorted(made, key=lambda offer: not offer.issuer)


def _offer(status: ModuleStatus, issuers: Sequence[Profile]) -> Offer:
    library = lasting(status.path)
    names = {Path(status.path).name, Path(library).name}
    for issuer in issuers:
        if issuer.firefox_name and names & set(issuer.modules.every):
            return Offer(issuer.firefox_name, library, issuer.id)
    return Offer(status.name or status.description or Path(library).stem, library)


def lasting(path: str) -> str:
    """The name beside it that an update of the driver leaves: `lib.so` for `lib.so.10.8`, where it is the same file."""
    short = path[: path.rfind(".so.") + 3] if ".so." in path else path
    return short if short != path and os.path.realpath(short) == os.path.realpath(path) else path


def register(keeper: Keeper, profile: BrowserProfile, name: str, library: str) -> str:
    """The number of the change; empty where it was registered just so already."""
    edit = plans.plan_register(profile, name, library)
    if edit.before == edit.after:
        return ""
    return keeper.apply(REGISTERED, about(profile, name, library), [edit])


def remove(keeper: Keeper, profile: BrowserProfile, name: str, library: str) -> None:
    """What we registered is undone to the byte; what somebody else did is taken out, and can be put back."""
    if change := next(_ours(keeper, profile, name, library), None):
        take_back(keeper, change, [profile])
        return
    keeper.apply(REMOVED, about(profile, name, library), [plans.plan_remove(profile, name, library)])


def take_back(keeper: Keeper, change: Change, profiles: Iterable[BrowserProfile]) -> None:
    """Undo a change of these two kinds. A list that others have changed since keeps what they changed."""
    about = dict(change.what)
    profile = next((each for each in profiles if str(each.folder) == about.get("folder")), None)
    if profile is not None and running.is_running(profile):
        raise BrowserRunning(profile.title, profile.name)
    try:
        keeper.undo(change.id)
    except ChangedSince:
        if change.kind != REGISTERED:
            raise
        _take_out(keeper, profile, about)
        keeper.gone(change.id)


def _take_out(keeper: Keeper, profile: BrowserProfile | None, about: Mapping[str, str]) -> None:
    """Only our own entry, if it and the profile are still there."""
    if profile is None:
        return
    try:
        edit = plans.plan_remove(profile, about["name"], about["library"])
    except BrowserLacksModule:
        return
    keeper.gone(keeper.apply(REMOVED, about, [edit]))


def _ours(keeper: Keeper, profile: BrowserProfile, name: str, library: str) -> Iterator[Change]:
    wanted = {"folder": str(profile.folder), "name": name, "library": library}
    for change in keeper.standing():
        if change.kind == REGISTERED and wanted.items() <= dict(change.what).items():
            yield change


def about(profile: BrowserProfile, name: str, library: str) -> dict[str, str]:
    """Facts of a change, for whoever tells of it."""
    return {
        "browser": profile.title,
        "profile": profile.name,
        "name": name,
        "library": library,
        "folder": str(profile.folder),
    }
