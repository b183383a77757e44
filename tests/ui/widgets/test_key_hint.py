"""A key's name in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.widgets.key_hint import KeyHint

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def test_as_wide_as_its_name_and_spoken(dressed: Callable[..., None], qtbot: QtBot) -> None:
    short, long = KeyHint("F2"), KeyHint("Ctrl Shift A")
    for each in (short, long):
        qtbot.addWidget(each)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert long.accessibleName() == "Ctrl Shift A"
    assert not long.grab().isNull()
