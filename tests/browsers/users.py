"""Users' folders with browsers in them, as the browsers leave them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browsers.lists import FIREFOX_MADE
from tokenmgr.browsers.kinds import Browser, BrowserProfile, Packaging, Where

if TYPE_CHECKING:
    from pathlib import Path

TWO = """[Profile1]
Name=default
IsRelative=1
Path=paqluvhb.default
Default=1

[Profile0]
Name=default-esr
IsRelative=1
Path=hvtzpgmb.default-esr

[General]
StartWithLastProfile=1
Version=2

[Install3B6073811A6ABF12]
Default=hvtzpgmb.default-esr
Locked=1
"""


def listed(root: Path, ini: str = TWO, *folders: str) -> Path:
    """A Firefox' folder with this profiles.ini, and profiles in it."""
    for name in folders or ("paqluvhb.default", "hvtzpgmb.default-esr"):
        (root / name).mkdir(parents=True)
        (root / name / "pkcs11.txt").write_bytes(FIREFOX_MADE)
    (root / "profiles.ini").write_text(ini, "utf-8")
    return root


def where(home: Path, platform: str = "linux") -> Where:
    return Where(home, platform)


def profile(
    folder: Path, packaging: Packaging = Packaging.SYSTEM, listing: bytes | None = FIREFOX_MADE
) -> BrowserProfile:
    """One of Firefox', closed."""
    folder.mkdir(parents=True, exist_ok=True)
    if listing is not None:
        (folder / "pkcs11.txt").write_bytes(listing)
    return BrowserProfile(Browser.FIREFOX, packaging, "default", folder)
