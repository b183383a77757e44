"""A ledger that was cut short, overwritten or turned into something else: never a crash, and work goes on."""

from __future__ import annotations

import random
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.session.test_ledger import CARD, LIMIT, USER, left, miss
from tokenmgr.model.errors import LedgerUnwritable
from tokenmgr.session.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

MISSES = 3


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    """A ledger with three misses."""
    path = tmp_path / "whole.sqlite"
    ledger = Ledger(path)
    for _ in range(MISSES):
        miss(ledger)
    ledger.close()
    return path.read_bytes()


def survives(path: Path) -> tuple[int, int]:
    """What is shown at first, and after one more miss, which is never lost; what came before it may be."""
    ledger = Ledger(path)
    first = left(ledger)
    miss(ledger)
    again = left(ledger)
    ledger.close()
    assert first is not None
    assert again is not None
    assert 0 <= first <= LIMIT
    assert 0 <= again < LIMIT
    return first, again


def emptied(folder: Path) -> None:
    for file in folder.glob("ledger*"):
        file.unlink()


def test_cut_short_at_every_length(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    page = 4096
    for size in (
        *range(0, len(whole), 97),
        *range(120),
        *(at + d for at in range(0, len(whole), page) for d in (-1, 1)),
    ):
        path.write_bytes(whole[: max(size, 0)])
        survives(path)
        emptied(tmp_path)


def test_single_bits_turned(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    chance = random.Random(11)
    first_page = [(byte, bit) for byte in range(100) for bit in (0, 7)]
    anywhere = [(chance.randrange(len(whole)), chance.randrange(8)) for _ in range(250)]
    for byte, bit in first_page + anywhere:
        turned = bytearray(whole)
        turned[byte] ^= 1 << bit
        path.write_bytes(turned)
        survives(path)
        emptied(tmp_path)


def test_turned_bits_in_the_lines_themselves(whole: bytes, tmp_path: Path) -> None:
    """The three lines lie at the end of their page; every bit of them."""
    path = tmp_path / "ledger.sqlite"
    at = whole.index(b"wrong")
    for byte in range(at - 40, at + 5):
        for bit in range(8):
            turned = bytearray(whole)
            turned[byte] ^= 1 << bit
            path.write_bytes(turned)
            survives(path)
            emptied(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 5000, b"garbage", b"SQLite format 3\0" + b"\xff" * 5000, random.Random(5).randbytes(9000)]
)
def test_replaced_by_garbage(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)
    assert survives(path) == (15, 14)


def test_another_database_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE event (something TEXT)")
    database.commit()
    database.close()
    assert survives(path) == (15, 14)


def test_what_was_broken_is_kept_for_whoever_wants_to_look(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"garbage")
    survives(path)
    assert [file.read_bytes() for file in tmp_path.glob("*.broken-*")] == [b"garbage"]


def test_broken_while_it_is_open(whole: bytes, tmp_path: Path) -> None:
    """Another program writes over it between two tries: the next one is written into a new ledger."""
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(whole)
    ledger = Ledger(path)
    assert left(ledger) == LIMIT - MISSES
    path.write_bytes(b"garbage" * 2000)
    number = ledger.begin(CARD, USER)
    assert left(ledger) == 14
    ledger.settle(number, "wrong")
    assert left(ledger) == 14
    ledger.close()


def test_what_another_process_has_mended_is_not_set_aside_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    late = Ledger(path)
    path.write_bytes(b"garbage")
    first = Ledger(path)
    miss(first)
    late._set_aside()
    assert left(late) == 14
    assert len(list(tmp_path.glob("*.broken-*"))) == 1
    first.close()
    late.close()


def test_a_folder_in_its_place_is_unwritable_and_knows_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.mkdir()
    ledger = Ledger(path)
    assert left(ledger) == LIMIT
    with pytest.raises(LedgerUnwritable) as refused:
        ledger.begin(CARD, USER)
    assert refused.value.no_try_used is True
    ledger.settle(1, "right")
    ledger.note(CARD, USER, "reset")
    ledger.close()
