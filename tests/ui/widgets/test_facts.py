"""Names and values; what nobody reports is said to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QPushButton

from tokenmgr.ui.widgets.facts import Fact, Facts, as_text
from tokenmgr.ui.widgets.text import Elided

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

FACTS = (
    Fact("Maker", "SafeNet"),
    Fact("Firmware", ""),
    Fact("Label", "x\u202e<b>y</b>"),
    Fact("Serial", "02 11", copy="0211", monospace=True),
)


def shown(qtbot: QtBot) -> Facts:
    made = Facts(FACTS)
    qtbot.addWidget(made)
    made.resize(400, 160)
    made.show()
    return made


def test_values_are_told_with_their_names(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = shown(qtbot)
    assert [each.accessibleName() for each in made.findChildren(Elided)] == [
        "Maker: SafeNet",
        "Firmware: 未报告",
        "Label: x\\u202e<b>y</b>",
        "Serial: 02 11",
    ]


def test_values_stand_in_one_column(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = shown(qtbot)
    lefts = {each.mapTo(made, each.rect().topLeft()).x() for each in made.findChildren(Elided)}
    assert lefts == {128}


def test_a_fingerprint_has_letters_of_one_width(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = shown(qtbot)
    plain, serial = made.findChildren(Elided)[::3]
    assert "Mono" in serial.font().families()[0]
    assert "Mono" not in plain.font().families()[0]


def test_what_is_copied_is_what_was_meant(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = shown(qtbot)
    [copies] = made.findChildren(QPushButton)
    assert copies.accessibleName() == "复制Serial"
    copies.click()
    assert QApplication.clipboard().text() == "0211"


def test_all_of_it_as_text(dressed: Callable[..., None]) -> None:
    assert as_text(FACTS[:2]) == "Maker\tSafeNet\nFirmware\t未报告"
