"""The menu of a token: what it can, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu, QPushButton

from tests.ui import sample
from tests.ui.parts import part
from tokenmgr.model.token import Ability
from tokenmgr.ui.errands import text_of
from tokenmgr.ui.token_menu import ENTRIES, fill, token_menu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

HK, CLII, *_ = sample.tokens_here()


def able(*abilities: Ability) -> TokenGlance:
    return HK._replace(token=HK.token._replace(abilities=frozenset(abilities)))


def rows(screen: Screen, shown: TokenGlance) -> list[str]:
    menu = QMenu()
    fill(menu, screen, shown)
    found = [each.text() for each in menu.actions() if not each.isSeparator()]
    menu.deleteLater()
    return found


@pytest.mark.parametrize(("name", "needs"), [entry for entry in ENTRIES if entry[1]])
def test_what_a_token_cannot_is_not_there(name: str, needs: Ability, screen: Screen) -> None:
    assert text_of(name) in rows(screen, able(needs))
    assert text_of(name) not in rows(screen, able(*(set(Ability) - {needs})))


def test_what_every_token_can(screen: Screen) -> None:
    always = ["log-on", "unlock", "certificates", "rename", "information"]
    closed = able()._replace(open=False, unlocked_minutes=0)
    assert rows(screen, closed) == [text_of(name) for name in always]


def test_an_open_one_is_locked_a_closed_one_logged_on(screen: Screen) -> None:
    assert rows(screen, HK)[0] == text_of("lock")
    assert rows(screen, HK._replace(open=False))[0] == text_of("lock"), "its PIN is kept"
    assert rows(screen, HK._replace(open=False, unlocked_minutes=0))[0] == text_of("log-on")


def test_each_is_about_this_token(screen: Screen, qtbot: QtBot) -> None:
    ran: list[tuple[str, TokenId | None]] = []

    class Ran:
        def run(self, name: str, token: TokenId | None = None, about: object = None) -> None:
            ran.append((name, token))

    screen.errands = Ran()
    under = QPushButton()
    qtbot.addWidget(under)
    under.show()
    token_menu(screen, CLII, under)
    menu = part(under, QMenu)
    for action in menu.actions():
        if not action.isSeparator():
            assert not action.icon().isNull()
            action.trigger()
    menu.close()
    assert {token for _name, token in ran} == {sample.CLII}
    assert [name for name, _token in ran] == ["log-on", *(name for name, _needs in ENTRIES if name)]
