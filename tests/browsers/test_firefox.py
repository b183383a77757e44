"""Firefox' profiles are found where each kind of it keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browsers.users import TWO, listed, where
from tokenmgr.browsers import firefox
from tokenmgr.browsers.kinds import Packaging

if TYPE_CHECKING:
    from pathlib import Path


def names(home: Path, platform: str = "linux") -> list[tuple[str, bool]]:
    return [(profile.name, profile.usual) for profile in firefox.profiles(where(home, platform))]


@pytest.mark.parametrize(
    ("folder", "platform", "id_"),
    [
        (".mozilla/firefox", "linux", "firefox:a"),
        (".config/mozilla/firefox", "linux", "firefox:a"),
        ("snap/firefox/common/.mozilla/firefox", "linux", "firefox-snap:a"),
        (".var/app/org.mozilla.firefox/.mozilla/firefox", "linux", "firefox-flatpak:a"),
        ("AppData/Roaming/Mozilla/Firefox", "win32", "firefox:a"),
        ("Library/Application Support/Firefox", "darwin", "firefox:a"),
    ],
)
def test_every_place(tmp_path: Path, folder: str, platform: str, id_: str) -> None:
    inside = "Profiles/a" if platform != "linux" else "a"
    listed(tmp_path / folder, f"[Profile0]\nName=default\nIsRelative=1\nPath={inside}\n", inside)
    listed(tmp_path / ".thunderbird", "[Profile0]\nName=mail\nIsRelative=1\nPath=m\n", "m")
    (found,) = firefox.profiles(where(tmp_path, platform))
    assert (found.id, found.name, found.usual, found.folder) == (id_, "default", True, tmp_path / folder / inside)


def test_what_the_environment_says_counts(tmp_path: Path) -> None:
    listed(tmp_path / "roaming/Mozilla/Firefox")
    listed(tmp_path / "settings/mozilla/firefox")
    asked = where(tmp_path / "home")._replace(appdata=tmp_path / "roaming", config=tmp_path / "settings")
    assert len(firefox.profiles(asked)) == len(firefox.profiles(asked._replace(platform="win32"))) == 2


def test_the_one_of_the_installation_is_usual(tmp_path: Path) -> None:
    listed(tmp_path / ".mozilla/firefox")
    assert names(tmp_path) == [("default-esr", True), ("default", False)]


def test_older_ones_have_one_for_all(tmp_path: Path) -> None:
    listed(tmp_path / ".mozilla/firefox", TWO.partition("[Install")[0])
    assert names(tmp_path) == [("default", True), ("default-esr", False)]


def test_installs_ini_says_it_too(tmp_path: Path) -> None:
    root = listed(tmp_path / ".mozilla/firefox", TWO.partition("[Install")[0])
    (root / "installs.ini").write_text("[3B6073811A6ABF12]\nDefault=hvtzpgmb.default-esr\nLocked=1\n")
    assert names(tmp_path) == [("default-esr", True), ("default", False)]


def test_absolute_paths_and_other_scripts(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    ini = f"\ufeff[Profile0]\nName=工作\nIsRelative=0\nPath={tmp_path / 'elsewhere'}\n"
    listed(tmp_path / ".mozilla/firefox", ini)
    (found,) = firefox.profiles(where(tmp_path))
    assert (found.name, found.folder) == ("工作", tmp_path / "elsewhere")


@pytest.mark.parametrize("ini", ["", "nonsense", "[Profile0\n", "[Profile0]\nPath=gone\n", "[Profile0]\nName=x\n"])
def test_a_broken_listing_hides_no_profile(tmp_path: Path, ini: str) -> None:
    listed(tmp_path / ".mozilla/firefox", ini)
    (tmp_path / ".mozilla/firefox/Crash Reports").mkdir()
    assert names(tmp_path) == [("hvtzpgmb.default-esr", False), ("paqluvhb.default", False)]


def test_the_same_profile_is_found_once(tmp_path: Path) -> None:
    root = listed(tmp_path / ".mozilla/firefox", "[Profile0]\nName=a\nPath=x\n\n[Profile1]\nName=b\nPath=x\n", "x")
    assert [profile.folder for profile in firefox.profiles(where(tmp_path))] == [root / "x"]


def test_without_firefox_there_is_nothing(tmp_path: Path) -> None:
    assert names(tmp_path) == []


def test_the_folder_decides_how_it_is_packed(tmp_path: Path) -> None:
    assert {root.packaging for root in firefox.roots(where(tmp_path))} == set(Packaging)
