"""Which browser is meant."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.browsers.users import listed, where
from tokenmgr.browsers import found
from tokenmgr.browsers.kinds import Where
from tokenmgr.model.browser_errors import BrowserNotFound

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.browsers.kinds import BrowserProfile


@pytest.fixture
def every(tmp_path: Path) -> list[BrowserProfile]:
    listed(tmp_path / ".mozilla/firefox")
    listed(tmp_path / "snap/firefox/common/.mozilla/firefox", "[Profile0]\nName=default\nPath=s.default\n", "s.default")
    (tmp_path / ".pki/nssdb").mkdir(parents=True)
    return found.profiles(where(tmp_path))


@pytest.mark.parametrize(
    ("wanted", "id_"),
    [
        ("firefox:paqluvhb.default", "firefox:paqluvhb.default"),
        ("firefox", "firefox:hvtzpgmb.default-esr"),
        ("default-esr", "firefox:hvtzpgmb.default-esr"),
        ("firefox-snap", "firefox-snap:s.default"),
        ("chromium", "chromium:nssdb"),
        ("nssdb", "chromium:nssdb"),
    ],
)
def test_by_what_it_is_called(every: list[BrowserProfile], wanted: str, id_: str) -> None:
    assert found.find(every, wanted).id == id_


def test_by_its_folder(every: list[BrowserProfile], tmp_path: Path) -> None:
    assert found.find(every, str(tmp_path / ".pki/nssdb")).id == "chromium:nssdb"


@pytest.mark.parametrize("wanted", ["", "default", "opera", "firefox:"])
def test_a_name_that_none_or_two_have(every: list[BrowserProfile], wanted: str) -> None:
    with pytest.raises(BrowserNotFound) as caught:
        found.find(every, wanted)
    assert caught.value.wanted == wanted


def test_no_two_are_called_the_same(every: list[BrowserProfile]) -> None:
    assert len({profile.id for profile in every}) == len(every) == 4


def test_here(tmp_path: Path) -> None:
    here = found.here(tmp_path, {"XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_DATA_HOME": "relative", "APPDATA": ""})
    assert here == Where(tmp_path, sys.platform, None, tmp_path / "c", None)
    assert (here.config_home, here.data_home) == (tmp_path / "c", tmp_path / ".local/share")
