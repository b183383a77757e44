"""The newest three of this token, and the bar below with what needs doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui import sample
from tests.ui.zones import OVERNIGHT, in_china
from tokenmgr.ui.panels.tokens.attention_bar import AttentionBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.panels.tokens.conftest import Seen


def test_newest_three_and_all(tokens: Callable[..., Seen]) -> None:
    glance = sample.full()
    old = sample.event(0, "left", 600, "token")
    seen = tokens(glance._replace(events=(*glance.events, old)))
    words = seen.words()
    for expected in ("Wrong PIN, 3 times", "PIN right, unlocked", "Token inserted", "Today 10:42"):
        assert expected in words
    assert "Token removed" not in words
    seen.press("All events")
    assert seen.ran == [("events", sample.HK)]


def test_events_of_others_do_not_show(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    seen.screen.choose(sample.CLII)
    assert "Nothing has been recorded for this token yet" in seen.words()


def test_the_bar_is_about_this_token(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    assert "A certificate expires in 37 days" in seen.words()
    seen.press("How to renew...")
    seen.screen.choose(sample.CLII)
    seen.press("Change PIN...")
    assert seen.ran == [("renewal-info", sample.HK), ("change-pin", sample.CLII)]
    seen.screen.choose(sample.NETCA)
    assert not any(each.isVisible() for each in seen.window.page.findChildren(AttentionBar))


def test_today_is_over_at_midnight(tokens: Callable[..., Seen]) -> None:
    with in_china():
        seen = tokens()
        assert "Today 18:42" in seen.words()
        seen.screen.show(sample.full()._replace(taken=sample.NOW + OVERNIGHT))
        assert "Today" not in seen.words()


def test_also_in_the_bar(tokens: Callable[..., Seen]) -> None:
    with in_china():
        glance = sample.full()
        seen = tokens(glance._replace(attention=glance.attention[2:], events=()))
        assert "Noticed Today 18:42" in seen.words()
        seen.screen.show(seen.screen.glance._replace(taken=sample.NOW + OVERNIGHT))
        assert "Noticed 11-20 18:42" in seen.words()
