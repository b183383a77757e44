"""Made at first use, plugged and pulled for everybody, replaced when damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.practice.known import CLII, HK, HK_PIN, LIMIT, NET, USER, left_on_disk, start, wrong
from tokenmgr.model.errors import FileUnreadable, LedgerUnwritable, TokenGone, TokenNotFound
from tokenmgr.model.pin import Pin, Verdict
from tokenmgr.model.token import TokenId
from tokenmgr.providers.practice import shelf as shelf_file
from tokenmgr.providers.practice.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.providers.practice.provider import PracticeProvider

FIRST_USE = """
import sys, pathlib
from tokenmgr.providers.practice.shelf import Shelf
from tokenmgr.providers.practice.specs import SPECS
shelf = Shelf(pathlib.Path(sys.argv[1]))
shelf.ready()
print([shelf.look(spec.id).epoch for spec in SPECS.values()])
"""


def test_two_first_uses_at_once_make_each_token_once(tmp_path: Path) -> None:
    starters = [start(FIRST_USE, str(tmp_path / "new" / "practice")) for _ in range(2)]
    answers = [starter.communicate(timeout=LIMIT)[0] for starter in starters]
    assert answers[0] == answers[1]
    assert answers[0].startswith("['")


def test_pulled_is_gone_for_everybody(shelf: Shelf, folder: Path) -> None:
    shelf.pull(HK.serial)
    with pytest.raises(TokenGone):
        Shelf(folder).look(HK)
    shelf.look(CLII)


def test_plugging_counts_and_doing_it_twice_does_not(shelf: Shelf) -> None:
    before = shelf.look(HK).generation
    for verb in (shelf.plug, shelf.pull, shelf.pull, shelf.plug, shelf.plug):
        verb(HK.serial)
    assert shelf.look(HK).generation == before + 1


@pytest.mark.parametrize("verb", ["pull", "plug", "reset"])
def test_a_serial_number_that_is_none(shelf: Shelf, verb: str) -> None:
    with pytest.raises(TokenNotFound):
        getattr(shelf, verb)("../P0HK8F21")


@pytest.mark.parametrize("stranger", [TokenId("", "", "X"), TokenId("Another", HK.model, HK.serial)])
def test_a_stranger_is_not_here(shelf: Shelf, stranger: TokenId) -> None:
    with pytest.raises(TokenGone):
        shelf.look(stranger)


def test_before_first_use_a_token_is_not_here(tmp_path: Path) -> None:
    with pytest.raises(TokenGone):
        Shelf(tmp_path).look(HK)


def test_reset_gives_a_new_token_plugged_in(shelf: Shelf) -> None:
    before = shelf.look(HK)
    shelf.pull(HK.serial)
    shelf.reset(HK.serial)
    after = shelf.look(HK)
    assert after.generation == before.generation + 1
    assert after.epoch != before.epoch
    assert after.certificates[0].der != before.certificates[0].der


@pytest.mark.parametrize("content", [None, b"", b"garbage\n{}"])
def test_a_damaged_token_is_refused_until_reset(shelf: Shelf, folder: Path, content: bytes | None) -> None:
    path = folder / HK.serial / "state"
    before = shelf.look(HK).generation
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    for use in (lambda: shelf.look(HK), lambda: shelf.pull(HK.serial)):
        with pytest.raises(FileUnreadable):
            use()
    shelf.reset(HK.serial)
    assert shelf.look(HK).generation > before


def test_no_place_for_tokens(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileUnreadable):
        Shelf(tmp_path / "file" / "practice").ready()


def test_where_the_try_cannot_be_written_no_pin_is_compared(
    provider: PracticeProvider, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert provider.pin is not None
    provider.pin.login(HK, USER, wrong())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(shelf_file, "write_state", full)
        with pytest.raises(LedgerUnwritable) as caught:
            provider.pin.login(HK, USER, Pin(HK_PIN))
    assert caught.value.no_try_used
    assert left_on_disk(folder, HK) == 14
    assert provider.pin.login(HK, USER, Pin(HK_PIN)).verdict is Verdict.RIGHT


def test_a_token_held_keeps_others_out_and_other_tokens_in(shelf: Shelf) -> None:
    with shelf.hold(HK):
        shelf.look(NET)
