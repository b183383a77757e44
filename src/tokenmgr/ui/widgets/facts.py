"""Two columns: what it is called, and what it is. What nobody reports is said to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget

from tokenmgr.ui import type as typography
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.widgets.buttons import icon_button
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence


#: Between a name and its value, however long the name.
APART = 12


class Fact(NamedTuple):
    """One line. `value` "" is shown as not reported; `copy` is what a button beside it copies."""

    name: str
    value: str
    icon: str = ""
    role: str = "text"
    copy: str = ""
    monospace: bool = False


def not_reported() -> str:
    """For what a token or certificate does not say."""
    return translate("Facts", "Not reported")


def copy(text: str) -> None:
    """To the clipboard; never a PIN."""
    QApplication.clipboard().setText(text)


class Facts(QWidget):
    """Lines 28 high, names in one column."""

    def __init__(self, facts: Sequence[Fact], name_width: int = 128, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(APART)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, name_width - APART)
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(facts):
            grid.addWidget(Text(fact.name, role="text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value(fact), row, 1)


def _value(fact: Fact) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    if fact.icon:
        layout.addWidget(Icon(fact.icon, 14, fact.role))
    shown = Elided(visible(fact.value) if fact.value else not_reported(), role=fact.role if fact.value else "text2")
    shown.setAccessibleName(f"{fact.name}: {shown.accessibleName()}")
    if fact.monospace:
        shown.setFont(typography.monospace())
    layout.addWidget(shown)
    if fact.copy:
        name = translate("Facts", "Copy {what}").format(what=fact.name)
        pressed = icon_button("copy", name, lambda: copy(fact.copy), 14)
        pressed.setStyleSheet("min-height: 20px; max-height: 20px; min-width: 22px;")
        pressed.setFixedSize(22, 20)
        layout.addWidget(pressed)
    layout.addStretch(1)
    return line


def as_text(facts: Sequence[Fact]) -> str:
    """For "copy all": a line each."""
    return "\n".join(f"{fact.name}\t{fact.value or not_reported()}" for fact in facts)
