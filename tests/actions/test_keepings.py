"""What is kept, counted and deleted for real: files of a desk that has been used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.practising import HK, copied, make
from tokenmgr import app, settings
from tokenmgr.actions.glance import take
from tokenmgr.actions.keepings import Keeping, erase, erase_all, files_of, kept
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.pin import PinKind
from tokenmgr.places import Places
from tokenmgr.session.known import KnownTokens

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def where(made: Path, tmp_path: Path) -> Places:
    return Places(copied(made, tmp_path / "home"), Path(__file__).resolve().parents[2] / "resources")


@pytest.fixture
def desk(where: Places) -> Desk:
    """Looked at once, one token named, one PIN wrong, one setting made."""
    desk = app.build(Wishes(practice=True, home=str(where.home)))
    known, history = desk.known(), desk.history()
    take(desk, known, history)
    session = next(each for each in desk.inventory.sessions if each.token.id.serial == HK)
    desk.inventory.remembered.set_alias(session.token.id, "Mine")
    number = desk.ledger.begin(session.token.id, PinKind.USER)
    desk.ledger.settle(number, "wrong")
    history.add("pin-wrong", session.token.id, "Mine", "this-program", tries=14)
    settings.write(where.settings, settings.Settings(theme="dark"))
    where.logs.mkdir()
    where.journal.write_text("{}\n")
    return desk


def of(desk: Desk, where: Places, key: str) -> Keeping:
    return next(each for each in kept(desk, where) if each.key == key)


def test_every_kind_is_counted(desk: Desk, where: Places) -> None:
    found = {each.key: each for each in kept(desk, where)}
    assert found.keys() == files_of(where).keys()
    assert found["aliases"].amount == 1
    assert found["known"].amount == len(desk.inventory.sessions)
    assert found["history"].amount == len(desk.history().every()) > 0
    assert found["practice"].amount == len(desk.inventory.sessions)
    assert all(found[key].size > 0 for key in ("settings", "ledger", "log", "practice", "history"))
    assert found["modules"].amount == 0


def test_all_that_lies_in_the_folder_is_of_some_kind(desk: Desk, where: Places) -> None:
    """Nobody can say that something is kept that is not shown."""
    named = {path.name for paths in files_of(where).values() for path in paths}
    beside = {path.name for path in where.home.iterdir()} - named
    assert {Path(name).suffix for name in beside if name != "locks"} <= {".lock"}


def test_names_are_forgotten_by_the_desk_too(desk: Desk, where: Places) -> None:
    erase(desk, where, "aliases")
    assert of(desk, where, "aliases").amount == 0
    assert not any(desk.inventory.remembered.alias(each.token.id) for each in desk.inventory.sessions)


def test_tokens_seen_before_are_forgotten(desk: Desk, where: Places) -> None:
    erase(desk, where, "known")
    assert KnownTokens(where.known).tokens == []


def test_a_cleared_history_says_so(desk: Desk, where: Places) -> None:
    erase(desk, where, "history")
    assert [event.kind for event in desk.history().every()] == ["cleared"]
    assert desk.history().verify() is None


def test_a_deleted_ledger_begins_anew_and_still_writes_first(desk: Desk, where: Places) -> None:
    token = next(each.token.id for each in desk.inventory.sessions if each.token.id.serial == HK)
    assert desk.ledger.events(token, PinKind.USER)
    erase(desk, where, "ledger")
    assert not desk.ledger.events(token, PinKind.USER)
    desk.ledger.begin(token, PinKind.USER)
    assert where.ledger.exists()
    assert [event.what for event in desk.ledger.events(token, PinKind.USER)] == ["begun"]


@pytest.mark.parametrize("key", ["log", "notices", "modules", "issuers", "practice"])
def test_files_and_folders_go_and_may_be_gone_before(key: str, desk: Desk, where: Places) -> None:
    erase(desk, where, key)
    erase(desk, where, key)
    assert of(desk, where, key).size == 0


def test_everything_but_the_settings(desk: Desk, where: Places) -> None:
    erase_all(desk, where)
    assert {each.key for each in kept(desk, where) if each.size} == {"settings"}
    assert settings.read(where.settings).theme == "dark"


#: What is found beside the records after mishaps, by its kind; all of them made by the program itself.
ASIDE = {
    "history": ("history.sqlite.broken-1", "history.sqlite-journal.broken-1"),
    "ledger": (
        "ledger.sqlite.broken-1",
        "ledger.sqlite-journal.broken-1",
        "ledger.sqlite-journal",
        "ledger.sqlite-wal",
    ),
    "modules": ("modules.json.damaged-20270131T120000000000", "modules.json.ab_12cd3"),
    "aliases": ("tokens.new",),
    "known": ("known.new",),
}


def put_aside(where: Places, *keys: str) -> list[Path]:
    paths = [where.home / name for key in keys for name in ASIDE[key]]
    for path in paths:
        path.write_bytes(b"of before")
    return paths


@pytest.mark.parametrize("key", list(ASIDE))
def test_what_was_set_aside_counts_and_goes_too(key: str, desk: Desk, where: Places) -> None:
    desk.ledger.close()
    before = of(desk, where, key).size
    [*paths] = put_aside(where, key)
    assert of(desk, where, key).size == before + len(paths) * len(b"of before")
    erase(desk, where, key)
    assert [path.name for path in paths if path.exists()] == []


def test_nothing_that_was_set_aside_outlives_everything(desk: Desk, where: Places) -> None:
    put_aside(where, *ASIDE)
    (where.home / "history.sqlite-journal").write_bytes(b"of before")
    erase_all(desk, where)
    left = {path.name for path in where.home.iterdir() if path.suffix != ".lock"}
    assert left <= {"settings.json", "locks", "waiting", "changes"}


def test_a_damaged_record_is_set_aside_and_goes(desk: Desk, where: Places) -> None:
    """By the records' own hands: whatever they may call it one day."""
    token = next(each.token.id for each in desk.inventory.sessions)
    desk.ledger.close()
    for path in (where.ledger, where.history):
        path.write_bytes(b"nonsense" * 1000)
    desk.ledger.begin(token, PinKind.USER)
    desk.history().add("pin-wrong", token, "Mine", "this-program", tries=14)
    aside = [path for path in where.home.iterdir() if b"nonsense" in (path.read_bytes() if path.is_file() else b"")]
    assert len(aside) == len((where.ledger, where.history))
    for key in ("ledger", "history"):
        erase(desk, where, key)
    assert [path.name for path in aside if path.exists()] == []


def test_a_file_that_is_none_of_ours_is_not_counted(desk: Desk, where: Places) -> None:
    where.consents.write_text("[1, 2")
    assert of(desk, where, "modules").amount is None
