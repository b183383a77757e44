"""Nothing that a person can press or type into is without a name for whoever hears the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit, QWidget

from tests.ui.scenes import DIALOGS, PAGES, SHEETS, open_dialog, open_page

if TYPE_CHECKING:
    from tests.ui.conftest import MakeWindow

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QTextEdit)


def unnamed(whole: QWidget) -> list[str]:
    found = [each for kind in CONTROLS for each in whole.findChildren(kind) if each.isVisible()]
    return [f"{each} in {each.parent()}" for each in found if not name_of(each)]


def name_of(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


@pytest.mark.parametrize("scene", PAGES)
def test_every_control_of_a_page(window: MakeWindow, scene: str) -> None:
    shown = window()
    open_page(shown, scene)
    assert unnamed(shown) == []


@pytest.mark.parametrize("dialog", [*DIALOGS, *SHEETS])
def test_every_control_of_a_dialog(window: MakeWindow, dialog: str) -> None:
    shown = window()
    open_dialog(shown, dialog)
    assert unnamed(shown) == []
