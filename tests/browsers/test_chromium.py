"""The databases of Chromium and its family."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browsers.users import where
from tokenmgr.browsers import chromium

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = ".pki/nssdb", ".local/share/pki/nssdb"


def made(home: Path, *folders: str) -> None:
    for each in folders:
        (home / each).mkdir(parents=True)


@pytest.mark.parametrize(
    ("there", "used"),
    [
        ([OLD], OLD),
        ([NEW], NEW),
        ([OLD, NEW], OLD),
        ([".config/google-chrome"], OLD),
        ([".config/chromium", NEW], NEW),
    ],
)
def test_the_one_that_is_used(tmp_path: Path, there: list[str], used: str) -> None:
    """As seen with Chromium 150: the old place first; it is made in the new one where neither is there."""
    made(tmp_path, *there)
    (found,) = chromium.profiles(where(tmp_path))
    assert (found.id, found.folder) == ("chromium:nssdb", tmp_path / used)


def test_sandboxes_have_their_own(tmp_path: Path) -> None:
    made(tmp_path, "snap/chromium/current", ".var/app/com.google.Chrome", ".var/app/org.gimp.GIMP")
    found = chromium.profiles(where(tmp_path))
    assert [(profile.id, profile.folder.relative_to(tmp_path).as_posix()) for profile in found] == [
        ("chromium-snap:chromium", "snap/chromium/current/.pki/nssdb"),
        ("chromium-flatpak:com.google.Chrome", ".var/app/com.google.Chrome/.pki/nssdb"),
    ]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_there_is_no_list(tmp_path: Path, platform: str) -> None:
    made(tmp_path, OLD, ".config/chromium")
    assert chromium.profiles(where(tmp_path, platform)) == []


def test_the_data_folder_of_the_environment(tmp_path: Path) -> None:
    made(tmp_path, "data/pki/nssdb")
    (found,) = chromium.profiles(where(tmp_path)._replace(data=tmp_path / "data"))
    assert found.folder == tmp_path / "data/pki/nssdb"


def test_without_any_of_the_family_there_is_nothing(tmp_path: Path) -> None:
    assert chromium.profiles(where(tmp_path)) == []
