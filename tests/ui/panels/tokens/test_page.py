"""Two depths of one token, a key between them, and a page without tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTreeView, QWidget

from tests.ui import sample
from tokenmgr.ui.widgets.text import Elided
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.panels.tokens.conftest import Seen


def test_the_key_goes_from_one_depth_to_the_other_and_the_choice_is_kept(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    assert not [each for each in seen.window.page.findChildren(QTreeView) if each.isVisible()]
    QTest.keyClick(seen.window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert seen.screen.choices.now.view == "advanced"
    assert seen.find(QTreeView, "Everything on the tokens")
    assert seen.find(QAbstractButton, "Advanced").isChecked()
    seen.press("Simple")
    assert seen.screen.choices.now.view == "simple"
    assert not [each for each in seen.window.page.findChildren(QTreeView) if each.isVisible()]


def test_another_token_chosen_anywhere_shows_here(tokens: Callable[..., Seen]) -> None:
    seen = tokens()
    assert "我的电子证书" in seen.words()
    seen.screen.choose(sample.NETCA)
    assert "广东业务证书" in seen.words()
    assert "我的电子证书" not in seen.words()
    seen.screen.go("tokens", sample.CLII)
    assert "工程投标证书" in seen.words()


def test_without_tokens_it_says_what_to_do(tokens: Callable[..., Seen]) -> None:
    seen = tokens(sample.empty())
    assert "No token is inserted" in seen.words()
    seen.press("Try it with a practice token")
    assert seen.ran == [("practise",)]
    assert not [each for each in seen.window.page.findChildren(QAbstractButton, "Simple") if each.isVisible()]
    seen.screen.show(sample.full())
    assert "我的电子证书" in seen.words()


@pytest.mark.parametrize("view", ["simple", "advanced"])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("glance", [sample.full, sample.locked])
def test_nothing_is_wider_than_the_smallest_window(
    tokens: Callable[..., Seen], view: str, language: Language, glance: Callable[[], object]
) -> None:
    seen = tokens(glance(), view=view, size=(900, 600), language=language)
    QTest.qWait(10)
    page = seen.window.page
    inside = page.widget()
    assert isinstance(inside, QWidget)
    assert inside.width() <= page.viewport().width()
    for each in page.findChildren(QLabel):
        if each.isVisible() and each.text() and not each.wordWrap() and not isinstance(each, Elided):
            assert each.width() >= each.sizeHint().width() - 1, each.text()


def test_names_from_outside_are_never_markup(tokens: Callable[..., Seen]) -> None:
    glance = sample.full()
    hostile = glance.tokens[0]._replace(alias="<b>x</b>\u202e<img src=x>")
    seen = tokens(glance._replace(tokens=(hostile, *glance.tokens[1:])))
    assert "<b>x</b>" in seen.words()
    assert "\u202e" not in seen.words()
    assert all(
        each.textFormat() is Qt.TextFormat.PlainText
        for each in seen.window.page.findChildren(QLabel)
        if each.isVisible()
    )
