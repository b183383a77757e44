"""Firefox' profiles, however it was installed. Thunderbird's are none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.browsers.kinds import LIST, Browser, BrowserProfile, Packaging

if TYPE_CHECKING:
    from collections.abc import Iterator
    from configparser import RawConfigParser
    from pathlib import Path

    from tokenmgr.browsers.kinds import Where

#: One of these is in every profile that was ever open.
SIGNS = ("prefs.js", "cert9.db", LIST)


class Root(NamedTuple):
    """A folder with profiles.ini in it."""

    packaging: Packaging
    folder: Path


def roots(where: Where) -> list[Root]:
    """Every folder that a Firefox of this system may keep its profiles under."""
    if where.platform == "win32":
        base = where.appdata or where.home / "AppData/Roaming"
        return [Root(Packaging.SYSTEM, base / "Mozilla/Firefox")]
    if where.platform == "darwin":
        return [Root(Packaging.SYSTEM, where.home / "Library/Application Support/Firefox")]
    snap, flatpak = where.home / "snap/firefox/common", where.home / ".var/app/org.mozilla.firefox"
    return [
        Root(Packaging.SYSTEM, where.home / ".mozilla/firefox"),
        Root(Packaging.SYSTEM, where.config_home / "mozilla/firefox"),  # Firefox 147 and later
        Root(Packaging.SNAP, snap / ".mozilla/firefox"),
        Root(Packaging.SNAP, snap / ".config/mozilla/firefox"),
        Root(Packaging.FLATPAK, flatpak / ".mozilla/firefox"),
        Root(Packaging.FLATPAK, flatpak / "config/mozilla/firefox"),
    ]


def profiles(where: Where) -> list[BrowserProfile]:
    """Those whose folder is there, the usual one of each Firefox first."""
    found = [profile for root in roots(where) for profile in sorted(_below(root), key=lambda each: not each.usual)]
    return list({profile.folder: profile for profile in found}.values())


def _below(root: Root) -> Iterator[BrowserProfile]:
    """A listing that is broken, or lost all its profiles, hides none of them."""
    folders = dict(_listed(root)) or dict.fromkeys(_looking_like_one(root.folder), "")
    usual = _usual(root.folder) if len(folders) > 1 else set(folders)
    for folder, name in folders.items():
        yield BrowserProfile(Browser.FIREFOX, root.packaging, name or folder.name, folder, usual=folder in usual)


def _listed(root: Root) -> Iterator[tuple[Path, str]]:
    listing = _read(root.folder / "profiles.ini")
    for section in _sections(listing, "Profile"):
        path = listing.get(section, "Path", fallback="")
        relative = listing.get(section, "IsRelative", fallback="1") != "0"
        folder = _placed(root.folder, path, relative=relative)
        if path and folder.is_dir():
            yield folder, listing.get(section, "Name", fallback="")


def _usual(root: Path) -> set[Path]:
    """Since Firefox 67 each installation has one of its own; older ones had one in all."""
    listing, installs = _read(root / "profiles.ini"), _read(root / "installs.ini")
    named = [listing.get(section, "Default", fallback="") for section in _sections(listing, "Install")]
    named += [installs.get(section, "Default", fallback="") for section in installs.sections()]
    if not any(named):
        marked = [each for each in _sections(listing, "Profile") if listing.get(each, "Default", fallback="") == "1"]
        named = [listing.get(section, "Path", fallback="") for section in marked]
    return {_placed(root, path, relative=True) for path in named if path}


def _placed(root: Path, path: str, *, relative: bool) -> Path:
    """An absolute path stays what it is, whatever the file calls it."""
    return root / path if relative else root.joinpath(path)


def _sections(listing: RawConfigParser, kind: str) -> list[str]:
    return [section for section in listing.sections() if section.startswith(kind)]


def _looking_like_one(root: Path) -> list[Path]:
    folders = [root, root / "Profiles"]
    found = [each for folder in folders if folder.is_dir() for each in sorted(folder.iterdir()) if each.is_dir()]
    return [each for each in found if any((each / sign).exists() for sign in SIGNS)]


def _read(path: Path) -> RawConfigParser:
    """Empty where there is no such file, or it makes no sense."""
    from configparser import Error, RawConfigParser  # 5 ms that only this verb pays

    listing = RawConfigParser(strict=False)
    try:
        listing.read_string(path.read_text("utf-8-sig", errors="surrogateescape"))
    except (OSError, Error):
        return RawConfigParser()
    return listing
