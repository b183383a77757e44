"""Where the language is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.language_box import LANGUAGES, language_box
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Screen


def test_every_language_by_its_own_name(screen: Screen, qtbot: QtBot) -> None:
    box = language_box(screen)
    qtbot.addWidget(box)
    assert {code for code, _ in LANGUAGES} == {language.value for language in Language}
    assert box.currentData() == ""
    assert [box.itemText(row) for row in range(1, box.count())] == ["简体中文", "繁體中文", "English"]


def test_the_one_in_use_is_chosen_and_another_holds_at_once(screen: Screen, qtbot: QtBot) -> None:
    screen.choices.choose(language="en")
    box = language_box(screen)
    qtbot.addWidget(box)
    assert box.currentText() == "English"
    box.setCurrentIndex(box.findData("zh-Hans"))
    box.activated.emit(box.currentIndex())
    assert screen.choices.now.language == "zh-Hans"
