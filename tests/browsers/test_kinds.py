"""What a profile is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tokenmgr.browsers.kinds import SUFFIXES, TITLES, Browser, BrowserProfile, Packaging


@pytest.mark.parametrize(
    ("browser", "packaging", "id_", "title"),
    [
        (Browser.FIREFOX, Packaging.SYSTEM, "firefox:ab.default", "Firefox"),
        (Browser.FIREFOX, Packaging.SNAP, "firefox-snap:ab.default", "Firefox (Snap)"),
        (Browser.CHROMIUM, Packaging.FLATPAK, "chromium-flatpak:name", "Chromium (Flatpak)"),
    ],
)
def test_its_names(browser: Browser, packaging: Packaging, id_: str, title: str) -> None:
    profile = BrowserProfile(browser, packaging, "name", Path("/x/ab.default"))
    assert (profile.id, profile.title) == (id_, title)
    assert profile.list_file == Path("/x/ab.default/pkcs11.txt")


def test_all_have_titles() -> None:
    assert (set(TITLES), set(SUFFIXES)) == (set(Browser), set(Packaging))
