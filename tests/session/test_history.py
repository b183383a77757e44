"""The record: nothing is lost, nothing can be changed unseen, and nothing ever waits for it."""

from __future__ import annotations

import csv
import io
import json
import multiprocessing
import os
import sqlite3
import stat
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.pin import Pin
from tokenmgr.model.token import Token, TokenId
from tokenmgr.session import history as module
from tokenmgr.session.history import History
from tokenmgr.system import locks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CARD, OTHER = TokenId("Maker", "Model", "0001"), TokenId("Maker", "Model", "0002")
LINES = 5


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "history.sqlite"


@pytest.fixture
def history(path: Path) -> History:
    """Five lines of one card: "pin-wrong" with 4, 3, 2, 1, 0 tries."""
    made = History(path)
    for tries in reversed(range(LINES)):
        made.add("pin-wrong", CARD, "公司令牌", "this-program", pin="user", tries=tries)
    assert made.trouble == ""
    return made


def sql(path: Path, *statements: str) -> None:
    """Somebody with a database program."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_line_comes_back_as_it_was_told(history: History) -> None:
    newest = history.latest(1)[0]
    assert (newest.number, newest.kind, newest.token, newest.name, newest.who) == (
        LINES,
        "pin-wrong",
        CARD,
        "公司令牌",
        "this-program",
    )
    assert newest.facts == (("pin", "user"), ("tries", 0))
    assert timedelta(0) <= datetime.now(UTC) - newest.at < timedelta(seconds=20)
    assert [event.number for event in history.latest(3)] == [5, 4, 3]
    assert history.verify() is None


def test_looking_makes_no_file(path: Path) -> None:
    history = History(path)
    assert (history.latest(5), history.every(), history.verify(), history.trouble) == ([], [], None, "")
    assert not path.parent.exists()


def test_lines_are_found(history: History) -> None:
    history.add("renamed", OTHER, "Desk", "this-program", label="Büro 100%")
    history.add("module-crashed", None, "", "token", module="libeToken.so", count=1)
    later = datetime.now(UTC) + timedelta(seconds=1)
    assert [each.number for each in history.every(token=OTHER)] == [6]
    assert [each.number for each in history.every(kind="module-crashed")] == [7]
    assert [each.number for each in history.every(kind="pin-wrong", token=OTHER)] == []
    assert [each.number for each in history.every(text="BÜRO 100%")] == [6]
    assert [each.number for each in history.every(text="0002")] == [6]
    assert [each.number for each in history.every(text="etoken")] == [7]
    assert history.every(since=later) == []
    assert len(history.every(since=later - timedelta(minutes=1))) == 7


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("pin-guessed", {}),
        ("pin-wrong", {"typed": "123456"}),
        ("pin-wrong", {"value": Pin("123456")}),
        ("pin-wrong", {"value": b"123456"}),
        ("pin-wrong", {"tries": True}),
        ("pin-wrong", {"tries": None}),
    ],
)
def test_what_does_not_belong_there_is_refused(path: Path, kind: str, facts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=kind):
        History(path).add(kind, CARD, "card", "this-program", **facts)
    assert not path.exists()


def test_texts_from_outside_fit(path: Path) -> None:
    history = History(path)
    history.add("renamed", TokenId("m", "m", "s"), "\ud800" + "n" * 999, "this-program", label="=1+1\n\x00\ud800" * 99)
    assert history.trouble == ""
    assert [len(event.name) for event in history.latest(1)] == [module.LONGEST_TEXT]
    assert history.verify() is None


MEDDLING: dict[str, tuple[tuple[str, ...], int]] = {
    "another outcome": (("UPDATE line SET kind = 'pin-right' WHERE number = 3",), 3),
    "another time": (("UPDATE line SET at = at - 1 WHERE number = 2",), 2),
    "another fact": (("UPDATE line SET facts = '{}' WHERE number = 4",), 4),
    "another kind of value": (("UPDATE line SET facts = x'00' WHERE number = 4",), 4),
    "another token": (("UPDATE line SET serial = '0002' WHERE number = 1",), 1),
    "a line taken out": (("DELETE FROM line WHERE number = 3",), 3),
    "the first lines taken out": (("DELETE FROM line WHERE number < 3",), 1),
    "the last line cut off": (("DELETE FROM line WHERE number = 5",), 5),
    "all lines cut off": (("DELETE FROM line",), 1),
    "a line slipped in": (
        ("INSERT INTO line SELECT 6, at, kind, manufacturer, model, serial, name, who, facts, seal FROM line LIMIT 1",),
        6,
    ),
    "two lines exchanged": (
        (
            "UPDATE line SET number = 9 WHERE number = 2",
            "UPDATE line SET number = 2 WHERE number = 3",
            "UPDATE line SET number = 3 WHERE number = 9",
        ),
        2,
    ),
    "the end passed off as a clearing": (
        ("DELETE FROM line WHERE number < 5", "UPDATE line SET kind = 'cleared' WHERE number = 5"),
        5,
    ),
}


@pytest.mark.parametrize(("statements", "broken"), MEDDLING.values(), ids=MEDDLING.keys())
def test_meddling_is_seen(history: History, path: Path, statements: tuple[str, ...], broken: int) -> None:
    sql(path, *statements)
    assert history.verify() == broken
    assert History(path).verify() == broken
    history.add("pin-right", CARD, "card", "this-program")
    assert history.verify() == broken, "the next line must not make it good again"


def test_a_record_without_its_key_or_head_is_not_believed(history: History, path: Path) -> None:
    head, key = path.with_suffix(".head"), path.with_suffix(".key")
    said = head.read_bytes()
    head.unlink()
    assert history.verify() == LINES + 1
    head.write_bytes(said)
    assert history.verify() is None
    key.unlink()
    assert history.verify() == 1
    history.add("pin-right", CARD, "card", "this-program")
    assert (history.verify(), history.trouble) == (1, "")


def test_a_head_of_another_record_is_not_believed(history: History, path: Path) -> None:
    path.with_suffix(".head").write_text(f"{LINES:020} {'a' * 64}\n")
    assert history.verify() == LINES


def test_a_crash_before_the_head_was_moved_is_no_meddling(history: History, path: Path) -> None:
    head = path.with_suffix(".head")
    said = head.read_bytes()
    history.add("pin-right", CARD, "card", "this-program")
    head.write_bytes(said)
    assert history.verify() is None
    history.add("pin-right", CARD, "card", "this-program")
    assert history.verify() is None


def test_only_the_user_may_read_it(history: History, path: Path) -> None:
    for suffix in (".sqlite", ".key", ".head"):
        assert stat.S_IMODE(path.with_suffix(suffix).stat().st_mode) == 0o600


def test_clearing_leaves_a_line(history: History) -> None:
    history.clear()
    assert [(event.number, event.kind, event.facts) for event in history.every()] == [(6, "cleared", (("count", 5),))]
    history.add("pin-right", CARD, "card", "this-program")
    assert ([event.number for event in history.every()], history.verify()) == ([7, 6], None)


def test_a_clearing_taken_out_is_seen(history: History, path: Path) -> None:
    history.clear()
    history.add("pin-right", CARD, "card", "this-program")
    sql(path, "DELETE FROM line WHERE kind = 'cleared'")
    assert history.verify() == 1


def no_database(path: Path) -> None:
    path.write_bytes(b"no database at all" * 99)


def another_database(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE line (one TEXT)", "INSERT INTO line VALUES ('x')")


@pytest.mark.parametrize("ruin", [no_database, another_database])
def test_a_ruined_file_is_put_aside_and_the_gap_is_seen(
    history: History, path: Path, ruin: Callable[[Path], None]
) -> None:
    ruin(path)
    assert history.verify() == 1
    history.add("pin-right", CARD, "card", "this-program")
    assert (history.trouble, [event.number for event in history.every()]) == ("", [6])
    assert len(list(path.parent.glob("*.broken-*"))) == 1
    assert history.verify() == 1


def test_a_file_cut_short_goes_on_after_the_gap(history: History, path: Path) -> None:
    os.truncate(path, os.path.getsize(path) // 2 + 100)  # noqa: PTH202
    assert history.verify() == 1
    history.add("pin-right", CARD, "card", "this-program")
    assert (history.trouble, history.latest(1)[0].number, history.verify()) == ("", 6, 1)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux's own full disk")  # noqa: PTH110
def test_a_full_disk_is_told_and_stands_in_nobodys_way(history: History, path: Path) -> None:
    sql(path, "PRAGMA page_size")
    path.with_suffix(".head").unlink()
    path.with_suffix(".head").symlink_to("/dev/full")
    history.add("pin-right", CARD, "card", "this-program")
    assert "space" in history.trouble
    path.with_suffix(".head").unlink()
    assert len(history.latest(9)) == 6
    assert history.trouble, "a look that goes well does not make the writing good"
    history.add("pin-right", CARD, "card", "this-program")
    assert history.trouble == ""


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    history = History(tmp_path / "file" / "history.sqlite")
    history.add("pin-right", CARD, "card", "this-program")
    assert history.trouble
    assert (history.latest(1), history.every()) == ([], [])


def test_a_writer_that_is_stuck_is_not_waited_for(
    history: History, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.1)
    with locks.held(path.with_suffix(".lock")):
        began = time.monotonic()
        history.add("pin-right", CARD, "card", "this-program")
    assert time.monotonic() - began < 2
    assert history.trouble == "another program is writing"
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        history.add("pin-right", CARD, "card", "this-program")
        assert "locked" in history.trouble
    assert (len(history.every()), history.verify()) == (LINES, None)


def write_ten(path: Path) -> None:
    for _ in range(10):
        History(path).add("left", CARD, "card", "token")


def test_threads_and_processes_write_one_chain(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=write_ten, args=(path,)) for _ in range(2)]
    threads = [threading.Thread(target=write_ten, args=(path,)) for _ in range(2)]
    starts: list[Callable[[], None]] = [*(each.start for each in processes), *(each.start for each in threads)]
    joins: list[Callable[[], None]] = [*(each.join for each in processes), *(each.join for each in threads)]
    for step in (*starts, *joins):
        step()
    history = History(path)
    assert [event.number for event in history.every()] == list(range(40, 0, -1))
    assert history.verify() is None


def test_what_the_rooms_below_tell_of(path: Path) -> None:
    history = History(path)
    token = Token(CARD, "on the token", "practice")
    history.keep("arrived", token, "", {})
    history.keep("pin-right", token, "mine", {"pin": "user"})
    history.keep("module-hung", None, "", {"module": "lib.so", "count": 1})
    assert [(event.name, event.who, event.token) for event in history.every()] == [
        ("", "token", None),
        ("mine", "this-program", CARD),
        ("on the token", "token", CARD),
    ]


def test_export(history: History, tmp_path: Path) -> None:
    history.add("renamed", OTHER, "=cmd()", "this-program", label='a;"b"')
    history.export(tmp_path / "out.json", "json")
    rows = json.loads((tmp_path / "out.json").read_bytes())
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert (rows[0]["facts"], rows[0]["name"]) == ({"pin": "user", "tries": 4}, "公司令牌")
    history.export(tmp_path / "out.csv", "csv")
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["name"] for row in table[-2:]] == ["公司令牌", "'=cmd()"]
    assert (table[0]["facts"], table[-1]["facts"]) == ("pin=user; tries=4", 'label=a;"b"')


def test_an_export_that_fails_names_the_file(history: History, path: Path, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match=r"no-folder"):
        history.export(tmp_path / "no-folder" / "out.csv", "csv")
    path.write_bytes(b"no database")
    with pytest.raises(FileUnreadable, match=r"history\.sqlite"):
        history.export(tmp_path / "out.csv", "csv")
