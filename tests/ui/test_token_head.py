"""The head of a token's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tests.ui import sample
from tokenmgr.ui.token_head import show_head
from tokenmgr.ui.token_words import state_words
from tokenmgr.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tokenmgr.actions.glance import TokenGlance

HK, CLII, NETCA, PRACTICE = sample.tokens_here()


class Card:
    """A card's first line, and what can be read in it."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.place = QWidget()
        qtbot.addWidget(self.place)
        self.line = QHBoxLayout(self.place)
        self.place.resize(500, 60)
        self.place.show()

    def show(self, shown: TokenGlance) -> None:
        show_head(self.line, shown)
        self._qtbot.wait(1)  # what was just put into a layout shows a moment later

    def words(self) -> set[str]:
        return {each.accessibleName() or each.text() for each in self.place.findChildren(QLabel) if each.isVisible()}

    def chips(self) -> set[str]:
        return {each.accessibleName() for each in self.place.findChildren(Chip) if each.isVisible()}


@pytest.fixture
def card(dressed: Callable[..., None], qtbot: QtBot) -> Card:
    return Card(qtbot)


def test_name_issuer_maker_tail_and_state(card: Card) -> None:
    card.show(HK)
    assert card.words() == {"我的电子证书", "香港邮政", "SafeNet", "·8F21"}
    assert card.chips() == {state_words(HK).text}


def test_a_practice_token_says_so_beside_its_name(card: Card) -> None:
    card.show(PRACTICE)
    assert card.chips() == {"练习", state_words(PRACTICE).text}


def test_shown_anew_nothing_of_the_other_is_left(card: Card) -> None:
    card.show(PRACTICE)
    count = card.line.count()
    card.show(CLII)
    assert "工程投标证书" in card.words()
    assert not card.words() & {"练习令牌", "·PR01"}
    assert card.chips() == {state_words(CLII).text}
    assert card.line.count() == count


def test_hidden_letters_of_a_name_are_seen(card: Card) -> None:
    card.show(HK._replace(alias="a\u202eb"))
    assert "a\\u202eb" in card.words()
