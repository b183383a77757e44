"""The NSS databases of the Chromium family on Linux. Elsewhere they use the system's own store, and have no list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.browsers.kinds import Browser, BrowserProfile, Packaging

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenmgr.browsers.kinds import Where

#: What the members of the family call their settings under ~/.config.
FAMILY = (
    "chromium",
    "google-chrome",
    "google-chrome-beta",
    "google-chrome-unstable",
    "microsoft-edge",
    "BraveSoftware/Brave-Browser",
    "vivaldi",
    "opera",
)
SNAPS = ("chromium", "brave", "opera")
FLATPAKS = (
    "org.chromium.Chromium",
    "com.google.Chrome",
    "com.brave.Browser",
    "com.microsoft.Edge",
    "com.vivaldi.Vivaldi",
)
DATABASE = ".pki/nssdb"


def profiles(where: Where) -> list[BrowserProfile]:
    """One for all that came as packages of the system, and one for each in a sandbox."""
    if where.platform in {"win32", "darwin"}:
        return []
    return [*_of_the_system(where), *_in_snaps(where), *_in_flatpaks(where)]


def _of_the_system(where: Where) -> Iterator[BrowserProfile]:
    """Chromium 150 takes ~/.pki/nssdb where there is one, else the other; older ones know only the first."""
    first, other = where.home / DATABASE, where.data_home / "pki/nssdb"
    homes = tuple(each for name in FAMILY if (each := where.config_home / name).is_dir())
    there = next((folder for folder in (first, other) if folder.is_dir()), first if homes else None)
    if there:
        yield _profile(Packaging.SYSTEM, "nssdb", there, homes)


def _in_snaps(where: Where) -> Iterator[BrowserProfile]:
    for name in SNAPS:
        home = where.home / "snap" / name
        if home.is_dir():
            yield _profile(Packaging.SNAP, name, home / "current" / DATABASE, (home,))


def _in_flatpaks(where: Where) -> Iterator[BrowserProfile]:
    for name in FLATPAKS:
        home = where.home / ".var/app" / name
        if home.is_dir():
            yield _profile(Packaging.FLATPAK, name, home / DATABASE, (home,))


def _profile(packaging: Packaging, name: str, folder: Path, homes: tuple[Path, ...]) -> BrowserProfile:
    return BrowserProfile(Browser.CHROMIUM, packaging, name, folder, homes=homes)
