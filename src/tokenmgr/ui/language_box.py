"""Where the language is chosen: at the first start, and in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.ui.screen import Screen

#: As each calls itself, whatever the language in use.
LANGUAGES = (("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("en", "English"))


def language_box(screen: Screen) -> QComboBox:
    """Every language by its own name."""
    box = QComboBox()
    box.setMinimumWidth(180)
    box.setAccessibleName(translate("Settings", "Language"))
    box.addItem(translate("Settings", "As the system"), "")
    for code, name in LANGUAGES:
        box.addItem(name, code)
    box.setCurrentIndex(max(0, box.findData(screen.choices.now.language)))
    box.activated.connect(lambda _row: screen.choices.choose(language=box.currentData()))
    return box
