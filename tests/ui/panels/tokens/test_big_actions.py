"""Six of them, in the order people know; each does something, leads to the way out, or says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui import sample
from tokenmgr.model.token import Ability
from tokenmgr.ui.panels.tokens.big_actions import BigAction, deeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.panels.tokens.conftest import Seen
    from tokenmgr.actions.glance import TokenGlance

ORDER = ("Rename", "Change PIN", "Unlock", "Delete content", "View information", "Disconnect")


def able(*abilities: Ability, of: int = 0) -> TokenGlance:
    shown = sample.full().tokens[of]
    return shown._replace(token=shown.token._replace(abilities=frozenset(abilities)))


def test_six_in_their_order(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    cards = [each for each in seen.window.page.findChildren(BigAction) if each.isVisible()]
    cards.sort(key=lambda each: (each.y(), each.x()))
    assert tuple(each.accessibleName() for each in cards) == ORDER


def test_each_runs_its_errand_by_mouse_and_by_key(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    seen.press_card("Rename")
    QTest.keyClick(seen.find(BigAction, "Change PIN"), Qt.Key.Key_Return)
    QTest.keyClick(seen.find(BigAction, "Delete content"), Qt.Key.Key_Space)
    seen.press_card("View information")
    assert seen.ran == [(errand, sample.HK) for errand in ("rename", "change-pin", "delete", "information")]


def test_what_the_issuer_lacks_leads_to_the_way_out(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    card = seen.find(BigAction, "Unlock")
    assert card.accessibleDescription() == "Hongkong Post offers no unlocking; see what to do"
    seen.press_card("Unlock")
    assert seen.ran == [("way-out", sample.HK)]


def test_what_the_token_cannot_do_says_so_and_does_nothing(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    card = seen.find(BigAction, "Disconnect")
    assert card.accessibleDescription() == "Only for virtual tokens"
    seen.press_card("Disconnect")
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert seen.ran == []


def test_practice_tokens_are_put_away(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    put: list[bool] = []
    seen.screen.practice_wanted.connect(put.append)
    seen.screen.choose(sample.PRACTICE)
    seen.press_card("Disconnect")
    assert put == [False]


def test_abilities_decide() -> None:
    nothing = {each.icon: each.errand for each in deeds(able(of=2))}
    assert [icon for icon, errand in nothing.items() if not errand] == ["pin", "trash", "eject"]
    assert nothing["unlock"] == "way-out"
    by_puk = {each.icon: each for each in deeds(able(Ability.UNLOCK_BY_PUK))}
    assert by_puk["unlock"].errand == "unlock"
    stranger = able()._replace(overview=able().overview._replace(profile=None))
    assert {each.icon: each for each in deeds(stranger)}["unlock"].errand == ""


def test_two_a_row_where_the_window_is_narrow(tokens: Callable[..., Seen]) -> None:
    seen = tokens(size=(900, 600))
    QTest.qWait(10)
    cards = [each for each in seen.window.page.findChildren(BigAction) if each.isVisible()]
    assert len({each.x() for each in cards}) == 2
