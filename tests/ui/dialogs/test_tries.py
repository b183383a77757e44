"""Why a number of tries is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.practising import HK, NEW
from tests.ui import sample
from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.session.ledger import Event
from tokenmgr.ui.dialogs.tries import Noted, certainty_words, changes, counted

if TYPE_CHECKING:
    from tests.ui.at_work import AtWork


def test_the_ledger_is_told(work: AtWork) -> None:
    work.run("change-pin", HK)
    work.type("Current PIN", "wrong-one")
    work.type("New PIN", NEW)
    work.type("New PIN again", NEW)
    work.press("Change PIN")
    work.settled()
    work.press("Cancel")
    work.look_now()
    work.run("tries", HK)
    work.until(lambda: "1 wrong since it was last right" in work.words())
    assert "14 of 15 tries left, Exact" in work.words()
    assert "Hongkong Post says" in work.words()
    work.press("Close")
    assert work.sheet is None


def test_only_what_came_after_a_right_pin_counts() -> None:
    lines = [Event(0, what, None) for what in ("wrong", "right", "wrong", "void", "lost", "begun", "locked")]
    assert counted(lines) == Noted(misses=1, lost=2)
    assert counted(lines[:2]) == Noted(0, 0)


@pytest.mark.parametrize("certainty", Certainty)
def test_every_certainty_is_explained(certainty: Certainty, dressed: object) -> None:
    assert certainty_words(certainty)


def test_flags_are_spoken_of_only_where_they_matter(dressed: object) -> None:
    shown = sample.full().tokens[0]
    by_flags = TriesLeft(1, Certainty.EXACT, Why.FLAG_FINAL, 15)
    without = changes(shown)
    assert len(changes(shown._replace(overview=shown.overview._replace(tries=by_flags)))) == len(without) + 1
