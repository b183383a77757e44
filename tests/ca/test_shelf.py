from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ca.files import NAMES, SHIPPED, raw, write
from tokenmgr.ca.shelf import Shelf, read_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_the_shipped_profiles_stand_in_order() -> None:
    shelf = Shelf(SHIPPED)
    assert tuple(profile.id for profile in shelf.profiles) == NAMES
    assert shelf.broken == ()


def test_the_users_profile_replaces_the_shipped_one(tmp_path: Path) -> None:
    values = raw("netca")
    values["pin"]["limit"] = 8
    write(tmp_path / "mine.toml", values)
    shelf = Shelf(SHIPPED, tmp_path)
    netca = shelf.by_id("netca")
    assert netca is not None
    assert (netca.pin.limit, len(shelf.profiles)) == (8, 4)


def test_a_new_profile_joins_the_shipped_ones(tmp_path: Path) -> None:
    write(tmp_path / "mine.toml", raw("netca") | {"id": "gdca"})
    assert [profile.id for profile in Shelf(SHIPPED, tmp_path).profiles][2] == "gdca"


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", raw("netca") | {"surprise": 1})
    write(tmp_path / "b.toml", raw("netca") | {"id": "gdca"})
    (tmp_path / "notes.txt").write_text("not a profile", encoding="utf-8")
    shelf = Shelf(SHIPPED, tmp_path)
    assert [profile.id for profile in shelf.profiles] == sorted([*NAMES, "gdca"])
    assert [(error.path, error.key) for error in shelf.broken] == [(str(tmp_path / "a.toml"), "surprise")]


def test_a_broken_replacement_leaves_the_shipped_one(tmp_path: Path) -> None:
    write(tmp_path / "netca.toml", raw("netca") | {"family": "?"})
    netca = Shelf(SHIPPED, tmp_path).by_id("netca")
    assert netca is not None
    assert netca.source == str(SHIPPED / "netca.toml")


def test_the_second_file_with_one_id_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", raw("netca"))
    write(tmp_path / "b.toml", raw("netca"))
    here = read_folder(tmp_path)
    assert [profile.source for profile in here.profiles] == [str(tmp_path / "a.toml")]
    assert [(error.key, error.reason) for error in here.broken] == [("id", "is taken by a.toml")]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "none") == ((), ())
    assert len(Shelf(SHIPPED, tmp_path / "none").profiles) == 4


def test_files_are_read_when_wanted_and_again_when_told(tmp_path: Path) -> None:
    shelf = Shelf(SHIPPED, tmp_path)
    write(tmp_path / "a.toml", raw("netca") | {"id": "one"})
    assert shelf.by_id("one") is not None
    write(tmp_path / "b.toml", raw("netca") | {"id": "two"})
    assert shelf.by_id("two") is None
    shelf.read_again()
    assert shelf.by_id("two") is not None


def test_the_issuer_whose_installer_it_was_stands_first() -> None:
    first = [profile.id for profile in Shelf(SHIPPED, first=NAMES[-1]).profiles]
    assert first == [NAMES[-1], *NAMES[:-1]]
    assert tuple(profile.id for profile in Shelf(SHIPPED, first="of another program").profiles) == NAMES
