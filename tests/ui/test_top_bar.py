"""Above every page: which token is meant, and the way to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from tests.ui import sample
from tests.ui.parts import part
from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.ui.top_bar import HEIGHT, NARROWEST, SearchButton, TokenSwitch, TopBar
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

LEFT = Qt.MouseButton.LeftButton


class Ran:
    """Who was asked for what."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def run(self, name: str, token: TokenId | None = None, about: object = None) -> None:
        self.names.append(name)


@pytest.fixture
def bar(screen: Screen, qtbot: QtBot) -> TopBar:
    made = TopBar(screen)
    qtbot.addWidget(made)
    made.resize(900, HEIGHT)
    made.show()
    return made


def switch(bar: TopBar) -> TokenSwitch:
    return part(bar, TokenSwitch)


def with_tries(tries: TriesLeft) -> Glance:
    first, *others = sample.tokens_here()
    changed: TokenGlance = first._replace(overview=first.overview._replace(tries=tries))
    return sample.full()._replace(tokens=(changed, *others))


@pytest.mark.parametrize(
    ("glance", "words"),
    [
        (sample.full(), "我的电子证书, ·8F21, 12 / 15"),
        (sample.locked(), "我的电子证书, ·8F21, 已锁定"),
        (sample.empty(), "没有令牌"),
        (with_tries(TriesLeft(None, Certainty.UNKNOWN, Why.NOTHING)), "我的电子证书, ·8F21"),
        (with_tries(TriesLeft(8, Certainty.AT_MOST, Why.LEDGER)), "我的电子证书, ·8F21, 8"),
    ],
    ids=["here", "locked", "none", "unknown", "no limit"],
)
def test_it_says_which_token_is_meant(glance: Glance, words: str, bar: TopBar, screen: Screen) -> None:
    screen.show(glance)
    assert switch(bar).accessibleName() == words
    assert not switch(bar).grab().isNull()


def test_it_is_as_wide_as_what_it_says(bar: TopBar, screen: Screen) -> None:
    screen.show(sample.empty())
    assert switch(bar).sizeHint().width() == NARROWEST
    first, *_ = sample.tokens_here()
    screen.show(sample.full()._replace(tokens=(first._replace(alias="W" * 5000),)))
    assert NARROWEST < switch(bar).sizeHint().width() < 400
    assert "…" in switch(bar).accessibleName()


def opened(bar: TopBar) -> QMenu:
    QTest.mouseClick(switch(bar), LEFT)
    return part(switch(bar), QMenu)


def test_another_token_is_chosen_in_its_list(bar: TopBar, screen: Screen) -> None:
    menu = opened(bar)
    assert [each.text() for each in menu.actions()] == [
        "我的电子证书 ·8F21  12 / 15",
        "工程投标证书 ·03C7  10 / 10",
        "广东业务证书 ·B6D0  8 / 10",
        "练习令牌 ·PR01  15 / 15",
    ]
    assert [each.isChecked() for each in menu.actions()] == [True, False, False, False]
    menu.actions()[2].trigger()
    menu.close()
    assert screen.token is not None
    assert screen.token.id == sample.NETCA
    assert switch(bar).accessibleName().startswith("广东业务证书")


def test_a_name_from_outside_makes_no_shortcut(bar: TopBar, screen: Screen) -> None:
    first, *_ = sample.tokens_here()
    screen.show(sample.full()._replace(tokens=(first._replace(alias="A&B\u202e"),)))
    menu = opened(bar)
    assert menu.actions()[0].text().startswith("A&&B\\u202e ")
    menu.close()


def test_without_a_token_there_is_practice(bar: TopBar, screen: Screen) -> None:
    ran = Ran()
    screen.errands = ran
    screen.show(sample.empty())
    menu = opened(bar)
    nothing, practise = menu.actions()
    assert not nothing.isEnabled()
    practise.trigger()
    menu.close()
    assert ran.names == ["practise"]


def test_settings_and_help_are_one_press_away(bar: TopBar, screen: Screen) -> None:
    ran = Ran()
    screen.errands = ran
    for each in bar.findChildren(QPushButton):
        assert each.accessibleName()
        each.click()
    assert ran.names == ["settings", "keys"]


def test_the_search_is_opened_by_mouse_and_key(bar: TopBar, qtbot: QtBot) -> None:
    search = part(bar, SearchButton)
    assert search is bar.search
    with qtbot.waitSignal(search.clicked):
        QTest.mouseClick(search, LEFT)
    with qtbot.waitSignal(search.clicked):
        QTest.keyClick(search, Qt.Key.Key_Space)
    assert search.accessibleName()


@pytest.mark.parametrize("language", Language)
def test_the_smallest_window_has_room_for_all(
    language: Language, screen: Screen, dressed: Callable[..., None], qtbot: QtBot
) -> None:
    dressed(language)
    made = TopBar(screen)
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() <= 700
