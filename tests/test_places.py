"""Where things lie."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tokenmgr.places import Places, places

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = {"user_home", "given", "given_settings", "given_profiles"}
OURS = [name for name, each in vars(Places).items() if isinstance(each, property) and name not in OTHERS]


@pytest.mark.parametrize("name", OURS)
def test_everything_of_the_users_is_under_home(tmp_path: Path, name: str) -> None:
    where: Path = getattr(places(str(tmp_path / "home")), name)
    assert where.is_relative_to(tmp_path / "home")


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    places(str(tmp_path / "home"))
    assert list(tmp_path.iterdir()) == []


def test_a_relative_home_is_meant_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert places("sub").home == tmp_path / "sub"


@pytest.mark.skipif(sys.platform != "linux", reason="the rule of Linux desktops")
@pytest.mark.parametrize("base", ["", "relative/folder", "{tmp}/data"])
def test_as_platformdirs_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    from platformdirs import user_data_path  # beside its only use

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", base.format(tmp=tmp_path))
    if base == "relative/folder":
        assert places().home == tmp_path / ".local/share/tokenmgr"  # relative ones are to be ignored, says the rule
    else:
        assert places().home == user_data_path("tokenmgr", appauthor=False)


def test_what_ships_with_the_program_is_there() -> None:
    resources = places().resources
    assert list((resources / "ca").glob("*.toml"))
    assert list((resources / "modules").glob("*.toml"))
