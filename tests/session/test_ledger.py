"""The ledger: written before the try, settled after it, and never a number too high."""

from __future__ import annotations

import sqlite3
import stat
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import TokenId
from tokenmgr.session.ledger import FEWEST, Event, Ledger, Past, added_up, named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CARD, OTHER = TokenId("Maker", "Model", "0001"), TokenId("Maker", "Model", "0002")
USER, SO = PinKind.USER, PinKind.SO
LIMIT = 15
OLD_TRIGGER = """
DROP TRIGGER forget_tries;
CREATE TRIGGER forget_older AFTER UPDATE ON event WHEN NEW.what = 'right' BEGIN
    DELETE FROM event WHERE token = NEW.token AND kind = NEW.kind AND number < NEW.number AND what <> 'doubt';
END;
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "ledger.sqlite"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    made = Ledger(path)
    yield made
    made.close()


def miss(ledger: Ledger, tries: int | None = None) -> None:
    ledger.settle(ledger.begin(CARD, USER), "wrong", tries)


def left(ledger: Ledger, limit: int | None = LIMIT) -> int | None:
    return ledger.past(CARD, USER, limit).left


def test_a_try_counts_from_its_beginning(ledger: Ledger, path: Path) -> None:
    number = ledger.begin(CARD, USER)
    elsewhere = Ledger(path)
    assert left(elsewhere) == 14
    ledger.settle(number, "right")
    assert elsewhere.past(CARD, USER, LIMIT) == Past(15, 0, locked=False, doubted=False)
    elsewhere.close()


def test_each_pin_of_each_token_has_its_own_lines(ledger: Ledger) -> None:
    miss(ledger)
    ledger.settle(ledger.begin(OTHER, USER), "wrong")
    ledger.begin(CARD, SO)
    assert [ledger.past(*who, LIMIT).left for who in ((CARD, USER), (CARD, SO), (OTHER, USER), (OTHER, SO))] == [
        14,
        14,
        14,
        15,
    ]


def test_it_is_there_in_the_next_run(path: Path) -> None:
    for before in (15, 14, 13):
        ledger = Ledger(path)
        assert left(ledger) == before
        miss(ledger)
        ledger.close()
        ledger.close()  # twice is no fault


def test_looking_makes_no_file(path: Path) -> None:
    ledger = Ledger(path)
    assert ledger.past(CARD, USER, LIMIT) == Past(LIMIT, 0, locked=False, doubted=False)
    assert not path.parent.exists()


def test_only_its_owner_may_read_it(ledger: Ledger, path: Path) -> None:
    miss(ledger)
    files = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (path.parent, *path.parent.iterdir())}
    assert files == {"own": 0o700, "ledger.sqlite": 0o600, "ledger.sqlite-journal": 0o600}


def test_no_pin_and_no_more_than_needed_is_written(ledger: Ledger, path: Path) -> None:
    miss(ledger, 14)
    ledger.close()
    rows = sqlite3.connect(path).execute("SELECT * FROM event").fetchall()
    assert [(row[1], row[2], *row[4:]) for row in rows] == [(named(CARD), "user", "wrong", 14)]


def test_a_settled_try_is_not_settled_again(ledger: Ledger) -> None:
    number = ledger.begin(CARD, USER)
    ledger.settle(number, "wrong")
    ledger.settle(number, "right")
    assert left(ledger) == 14


def test_a_clock_set_back_changes_no_order(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.settle(ledger.begin(CARD, USER), "right")
    monkeypatch.setattr(time, "time", lambda: 0.0)
    miss(ledger)
    assert left(ledger) == 14


def test_what_came_before_a_right_pin_is_forgotten(ledger: Ledger) -> None:
    for _ in range(3):
        miss(ledger)
    ledger.note(CARD, USER, "doubt")
    ledger.settle(ledger.begin(OTHER, USER), "wrong")
    ledger.settle(ledger.begin(CARD, SO), "wrong")
    ledger.settle(ledger.begin(CARD, USER), "right")
    assert [event.what for event in ledger.events(CARD, USER)] == ["doubt", "right"]
    assert [len(ledger.events(*who)) for who in ((OTHER, USER), (CARD, SO))] == [1, 1]


def test_that_the_pin_is_another_one_is_not_forgotten(ledger: Ledger) -> None:
    """Whoever keeps the one before would take the right PIN after it for theirs."""
    for _ in range(2):
        miss(ledger)
        ledger.note(CARD, USER, "reset")
        ledger.settle(ledger.begin(CARD, USER), "right")
    assert [event.what for event in ledger.events(CARD, USER)] == ["reset", "reset", "right"]


def test_a_file_of_before_forgets_as_one_of_now(ledger: Ledger, path: Path) -> None:
    miss(ledger)
    ledger.close()
    old = sqlite3.connect(path)
    old.executescript(OLD_TRIGGER)
    old.close()
    ledger.note(CARD, USER, "reset")
    ledger.settle(ledger.begin(CARD, USER), "right")
    assert [event.what for event in ledger.events(CARD, USER)] == ["reset", "right"]


def test_lines_are_numbered_in_the_order_of_all(ledger: Ledger) -> None:
    first, second = ledger.begin(CARD, USER), ledger.begin(OTHER, USER)
    ledger.note(CARD, USER, "doubt")
    assert [event.number for event in ledger.events(CARD, USER)] == [first, second + 1]


def events(*lines: tuple[str, int | None] | str) -> list[Event]:
    pairs = [(line, None) if isinstance(line, str) else line for line in lines]
    return [Event(float(at), what, tries) for at, (what, tries) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], (15, 0, False, False)),
        (["begun"], (14, 1, False, False)),
        (["wrong", "lost", "begun"], (12, 3, False, False)),
        (["void"], (15, 0, False, False)),
        (["wrong", "void", "wrong"], (13, 2, False, False)),
        (["wrong", "right"], (15, 0, False, False)),
        (["wrong", "reset", "wrong"], (14, 1, False, False)),
        ([("wrong", 7)], (7, 1, False, False)),
        ([("wrong", 7), "lost"], (6, 2, False, False)),
        (["wrong"] * 20, (1, 20, False, False)),
        (["lost"] * 20, (1, 20, False, False)),
        ([("wrong", 0)], (1, 1, False, False)),
        (["wrong", "locked"], (1, 1, True, False)),
        (["wrong", "locked", "wrong"], (1, 2, True, False)),
        (["wrong", "locked", "reset"], (15, 0, False, False)),
        (["wrong", "doubt"], (14, 1, False, True)),
        (["wrong", "doubt", ("wrong", 14)], (13, 2, False, True)),
        (["wrong", "doubt", "right"], (15, 0, False, True)),
    ],
)
def test_lines_are_added_up(lines: list[tuple[str, int | None] | str], expected: tuple[int, int, bool, bool]) -> None:
    assert added_up(events(*lines), LIMIT) == Past(*expected)


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["locked"], False),
        ([("locked", 0)], True),
        ([("locked", 0), "locked"], True),
        ([("locked", 0), "right"], False),
        ([("locked", 0), "reset", "locked"], False),
    ],
)
def test_whether_a_lock_was_shown(lines: list[tuple[str, int | None] | str], shown: bool) -> None:
    assert added_up(events(*lines), LIMIT).lock_shown is shown


def test_a_lock_is_written_down_with_how_it_was_told(ledger: Ledger) -> None:
    for tries in (None, 0):
        ledger.note(CARD, USER, "locked", tries)
    assert [(event.what, event.tries) for event in ledger.events(CARD, USER)] == [("locked", None), ("locked", 0)]


def test_without_a_limit_only_the_token_bounds_it() -> None:
    assert added_up(events("wrong", "wrong"), None) == Past(None, 2, locked=False, doubted=False)
    assert added_up(events("wrong", ("wrong", 3), "lost"), None).left == 2


@pytest.mark.parametrize("tries", [-1, 15, 99, 2**62, "many", b"\xff", 3.5])
def test_what_cannot_be_a_count_is_none(tries: int) -> None:
    """A failing disk may leave anything in a line."""
    assert added_up(events("wrong", ("wrong", tries)), LIMIT).left == 13


@pytest.mark.parametrize("what", ["wrnng", "", "WRONG", "�ight"])
def test_a_word_that_cannot_be_read_is_a_try_spent(what: str) -> None:
    assert added_up(events("wrong", what), LIMIT).left == 13


TRIES = st.lists(st.sampled_from(["wrong", "lost", "begun", "void", "right"]), max_size=40)


@given(TRIES)
def test_never_above_a_token_that_counts_the_same_tries(tries: list[str]) -> None:
    """Lost and begun tries may have been right in truth; taking them for wrong is the safe side."""
    true = LIMIT
    for what in tries:
        true = LIMIT if what == "right" else true - (what == "wrong")
    assert (added_up(events(*tries), LIMIT).left or 0) <= max(true, FEWEST)


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([("right", 5)], 5),
        ([("right", 5), ("wrong", None)], 4),
        ([("right", 5), ("reset", None)], 5),
        ([("right", None)], 10),
        ([("right", 15)], 10),
        ([("wrong", 4), ("right", 5)], 5),
    ],
)
def test_a_token_with_fewer_tries_than_its_issuer_says(lines: list[tuple[str, int | None]], left: int) -> None:
    assert added_up([Event(0.0, what, tries) for what, tries in lines], 10).left == left
