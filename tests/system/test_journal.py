"""The log has no room for a PIN, whoever passes one, and however."""

from __future__ import annotations

import json
import re
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from tests.promises import canary
from tokenmgr.actions.checks import finding
from tokenmgr.model import browser_errors, computer_errors, errors, update_errors
from tokenmgr.model.pin import Certainty, Pin, PinKind
from tokenmgr.system.journal import CHECKS, CODES, COUNTS, ERRORS, LARGEST, VENDORS, WORDS, Journal, admitted, took

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PIN = canary.pin(5)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "log" / "journal.jsonl", on=True)


def rows(journal: Journal) -> list[dict[str, Any]]:
    return [json.loads(line) for line in journal.read().splitlines()]


class Sly(str):
    """A text that says it equals everything."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, _: object) -> bool:
        return True


def test_off_by_default(tmp_path: Path) -> None:
    quiet = Journal(tmp_path / "log" / "journal.jsonl")
    quiet.write("started")
    quiet.turn(on=False)
    assert list(tmp_path.iterdir()) == []


def test_a_line(journal: Journal) -> None:
    journal.write("pin-wrong", vendor="safenet", kind="user", tries=14, took=took(0.3))
    [row] = rows(journal)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", row.pop("at"))
    assert row == {"code": "pin-wrong", "vendor": "safenet", "kind": "user", "tries": 14, "took": "under-0.5s"}
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.path.parent.stat().st_mode) == 0o700


def test_a_canary_cannot_be_written(journal: Journal, tmp_path: Path) -> None:
    """As a code, as every fact there is, as a fact's name, and as whatever else it can be."""
    journal.write(PIN)
    for name in [*WORDS, *COUNTS, "pin", "text"]:
        for value in (PIN, PIN.encode(), Pin(PIN), [PIN], {"safenet": PIN}, Sly(PIN), (PIN,), Path(PIN)):
            journal.write("error", **{name: value})
    journal.write("error", **{PIN: "safenet", "vendor" + PIN: 1})
    assert canary.in_files(tmp_path) == []
    told = rows(journal)
    assert told[0]["code"] == "unlisted"
    assert told[-1]["left-out"] == 2


@pytest.mark.parametrize("pin", [1234, 12345678, 0x12345678, 1e8, True, -4321, 10**30])
def test_nor_one_of_digits_passed_as_a_number(pin: float, journal: Journal) -> None:
    for name in [*WORDS, *COUNTS]:
        journal.write("error", **{name: pin})
    told = [value for row in rows(journal) for key, value in row.items() if key not in {"at", "code", "left-out"}]
    assert set(told) <= {99}


@given(code=st.text(), facts=st.dictionaries(st.text() | st.sampled_from([*WORDS, *COUNTS]), st.text() | st.integers()))
def test_whatever_is_passed_only_our_own_words_come_out(code: str, facts: dict[str, object]) -> None:
    row = admitted(code, facts)
    assert row.pop("code") in CODES
    row.pop("left-out", None)
    for name, value in row.items():
        assert value in WORDS[name] if name in WORDS else (name in COUNTS and value in range(100))


def test_no_word_of_ours_looks_like_a_pin() -> None:
    words = {*CODES, *COUNTS, *WORDS, *(word for listed in WORDS.values() for word in listed)}
    assert [word for word in words if re.search(r"\d\d\d", word) or len(word) > 24] == []


def test_the_lists_are_those_of_the_program() -> None:
    def codes(kind: type[errors.TokenError]) -> Iterator[str]:
        yield kind.code
        for below in kind.__subclasses__():
            yield from codes(below)

    assert {browser_errors, computer_errors, update_errors}  # loaded, so that their kinds are known
    assert set(codes(errors.TokenError)) <= ERRORS
    assert {path.stem for path in (ROOT / "resources" / "modules").glob("*.toml")} <= VENDORS
    assert {kind.value for kind in PinKind} == WORDS["kind"]
    assert {kind.value for kind in Certainty} == WORDS["certainty"]
    assert set(finding.CHECKS) == CHECKS


def test_turned_on_and_off(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    for on in (True, True, False, True):
        journal.turn(on=on)
    assert [row["code"] for row in rows(journal)] == ["log-on", "log-off", "log-on"]
    assert journal.is_on


def test_cleared(journal: Journal) -> None:
    journal.before.parent.mkdir()
    journal.before.write_bytes(b"{}\n")
    journal.write("started")
    journal.clear()
    assert [row["code"] for row in rows(journal)] == ["log-cleared"]
    assert not journal.before.exists()


def test_two_files_of_a_bounded_size(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl", on=True, largest=1000)
    for number in range(100):
        journal.write("token-came", count=number)
        assert journal.path.stat().st_size <= 1000
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal.1.jsonl", "journal.jsonl"]
    told = [row["count"] for row in rows(journal)]
    assert told == list(range(told[0], 100))
    assert len(told) > 10
    assert LARGEST == 512_000


def test_many_threads(journal: Journal) -> None:
    def work() -> None:
        for _ in range(100):
            journal.write("signed", vendor="bjca")

    threads = [threading.Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(rows(journal)) == 400


def test_a_disk_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    blocked = Journal(tmp_path / "file" / "journal.jsonl", on=True)
    blocked.write("started")
    assert blocked.read() == b""


def test_a_planted_link_is_not_followed(journal: Journal, tmp_path: Path) -> None:
    journal.path.parent.mkdir()
    journal.path.symlink_to(tmp_path / "victim")
    journal.write("started")
    assert not (tmp_path / "victim").exists()
