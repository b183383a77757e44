"""A message across the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tokenmgr.ui import theme
from tokenmgr.ui.widgets.banner import ICONS, Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("tone", ICONS)
@pytest.mark.parametrize("now", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_it_lies_on_the_soft_colour_of_its_tone(
    tone: str, now: theme.Theme, dressed: Callable[..., None], qtbot: QtBot
) -> None:
    dressed(wanted=now)
    banner = Banner(tone, "fact")
    qtbot.addWidget(banner)
    banner.resize(400, 60)
    assert banner.grab().toImage().pixelColor(200, 3).name().upper() == getattr(now, f"{tone}_soft")


def test_one_thing_to_do_and_a_way_to_close_it(dressed: Callable[..., None], qtbot: QtBot) -> None:
    pressed: list[str] = []
    banner = Banner(
        "ok", "fact", "what follows", ("Do it", lambda: pressed.append("do")), lambda: pressed.append("close")
    )
    qtbot.addWidget(banner)
    buttons = {each.accessibleName() or each.text(): each for each in banner.findChildren(QPushButton)}
    assert list(buttons) == ["Do it", "关闭这条消息"]
    for each in buttons.values():
        each.click()
    assert pressed == ["do", "close"]
    assert banner.accessibleName() == "fact what follows"


def test_it_says_no_more_than_it_was_given(dressed: Callable[..., None], qtbot: QtBot) -> None:
    banner = Banner("warn", "<b>fact</b>")
    qtbot.addWidget(banner)
    assert not banner.findChildren(QPushButton)
    assert [each.text() for each in banner.findChildren(QLabel)] == ["<b>fact</b>"]
    assert banner.accessibleName() == "<b>fact</b>"
