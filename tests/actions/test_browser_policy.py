"""Modules for every user's Firefox: never over an administrator's own, and always with a way back in the list."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tokenmgr.actions.browser_policy import FOR_ALL, REMOVED_FOR_ALL, register_for_all, remove_for_all
from tokenmgr.actions.undoing import undo
from tokenmgr.changes.record import Changes
from tokenmgr.model.browser_errors import BrowserHasModule, BrowserLacksModule
from tokenmgr.model.computer_errors import ChangedSince

if TYPE_CHECKING:
    from pathlib import Path

NAME, OURS, THEIRS = "e-Cert Token", "/opt/lib.so", "/opt/admin/own.so"


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    return Changes(tmp_path / "changes")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "policies" / "policies.json"


def write(path: Path, devices: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"policies": {"SecurityDevices": devices}}))


def devices(path: Path) -> Any:
    return json.loads(path.read_text())["policies"]["SecurityDevices"]


def standing(changes: Changes) -> list[tuple[str, str, str]]:
    return [(each.id, each.kind, dict(each.what)["name"]) for each in changes.standing()]


def test_for_everybody_and_for_nobody_again(changes: Changes, path: Path) -> None:
    """A policy is taken back by another: Firefox keeps in each profile what one has added."""
    number = register_for_all(changes, NAME, OURS, path)
    assert devices(path) == {"Add": {NAME: OURS}}
    assert register_for_all(changes, NAME, OURS, path) == ""
    undo(changes, number)
    assert devices(path) == {"Add": {}, "Delete": [NAME]}


def test_however_often_it_is_taken_back_one_change_stands_and_is_true(changes: Changes, path: Path) -> None:
    register_for_all(changes, NAME, OURS, path)
    for number in range(1, 6):
        added = number % 2 == 1
        assert standing(changes) == [(str(number), FOR_ALL if added else REMOVED_FOR_ALL, NAME)]
        assert devices(path)["Add"] == ({NAME: OURS} if added else {})
        undo(changes, str(number))
        undo(changes, str(number))  # once more changes nothing
    assert len(changes.all()) == 6


def test_by_the_verbs_too_only_what_is_so_stands(changes: Changes, path: Path) -> None:
    register_for_all(changes, NAME, OURS, path)
    remove_for_all(changes, NAME, path)
    assert standing(changes) == [("2", REMOVED_FOR_ALL, NAME)]
    register_for_all(changes, NAME, OURS, path)
    assert standing(changes) == [("3", FOR_ALL, NAME)]


@pytest.mark.parametrize(
    "there",
    [{"Add": {NAME: THEIRS}}, {NAME: THEIRS}, {"Add": {"Ours": OURS}}, {"Add": {NAME: 5}}],
)
def test_an_administrators_own_entry_is_not_overwritten(changes: Changes, path: Path, there: Any) -> None:
    write(path, there)
    with pytest.raises(BrowserHasModule) as caught:
        register_for_all(changes, NAME, OURS, path)
    assert caught.value.profile == ""
    assert devices(path) == there
    assert changes.all() == []


def test_what_an_administrator_put_in_its_place_is_not_deleted(changes: Changes, path: Path) -> None:
    number = register_for_all(changes, NAME, OURS, path)
    write(path, {"Add": {NAME: THEIRS}})
    with pytest.raises(ChangedSince) as caught:
        undo(changes, number)
    assert caught.value.path == str(path)
    assert devices(path) == {"Add": {NAME: THEIRS}}
    assert standing(changes) == [(number, FOR_ALL, NAME)]


def test_what_an_administrator_put_where_we_took_ours_out_stays(changes: Changes, path: Path) -> None:
    register_for_all(changes, NAME, OURS, path)
    number = remove_for_all(changes, NAME, path)
    write(path, {"Add": {NAME: THEIRS}})
    with pytest.raises(BrowserHasModule):
        undo(changes, number)
    assert devices(path) == {"Add": {NAME: THEIRS}}


def test_an_administrators_entry_can_be_taken_out_and_put_back(changes: Changes, path: Path) -> None:
    write(path, {"Add": {NAME: THEIRS}})
    undo(changes, remove_for_all(changes, NAME, path))
    assert devices(path)["Add"] == {NAME: THEIRS}


def test_a_policy_that_is_gone_is_still_deleted_from_the_profiles(changes: Changes, path: Path) -> None:
    number = register_for_all(changes, NAME, OURS, path)
    path.unlink()
    undo(changes, number)
    assert devices(path) == {"Add": {}, "Delete": [NAME]}
    assert standing(changes) == [("2", REMOVED_FOR_ALL, NAME)]


@pytest.mark.parametrize("there", [None, {}, {"Add": {"Other": THEIRS}}, {"Delete": [NAME]}])
def test_a_slip_of_the_fingers_deletes_nothing(changes: Changes, path: Path, there: Any) -> None:
    if there is not None:
        write(path, there)
    with pytest.raises(BrowserLacksModule):
        remove_for_all(changes, NAME, path)
    assert changes.all() == []
    assert path.exists() == (there is not None)
