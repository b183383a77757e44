"""What a row says."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.ui import sample
from tests.ui.panels.certificates import real
from tokenmgr.ui.panels.certificates.entries import entries
from tokenmgr.ui.panels.certificates.entry_words import row_words
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable


def test_here_and_elsewhere(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    rows = [row_words(each, sample.NOW) for each in entries(real.full())]
    words = next(each for each in rows if each.end.text == "in 37 days")
    assert (words.icon, words.caption, words.tail) == ("pen-plate", "Sign + encrypt", "·8F21")
    assert words.end.tone == "warn"
    gone = next(each for each in rows if not each.here and "590" in each.end.text)
    assert gone.second == ("Hongkong Post e-Cert CA 2 - 17", "Not inserted, last seen 2026-11-03")
    assert gone.tail == ""


def test_seen_today_with_the_time(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    glance = real.full()
    absent = glance.absent[0]._replace(seen=sample.NOW - timedelta(minutes=3))
    entry = next(each for each in entries(glance._replace(absent=(absent,))) if not each.here)
    assert "Today" in row_words(entry, sample.NOW).second[1]


def test_an_expired_one_is_no_alarm(dressed: Callable[..., None]) -> None:
    """Many lie folded away; what has to be done about one is said on Home."""
    old = entries(real.full())[0]
    assert old.state == "expired"
    assert row_words(old, sample.NOW).end.tone == "text2"
