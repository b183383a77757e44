"""What every section of the settings is made of: headings, and rows of a title, what it means, and a control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.widgets.switching import mark, when_switched
from tokenmgr.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.ui.screen import Screen

SIDE = 24
#: Lines of text are not read well beyond this.
WIDEST = 720


class Pane(QScrollArea):
    """One section. `fill` is called once, when it is first shown."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QScrollArea, QWidget#pane { background: transparent; }")
        inside = QWidget()
        inside.setObjectName("pane")
        around = QHBoxLayout(inside)
        around.setContentsMargins(SIDE, 8, SIDE, 16)
        kept = QWidget()
        kept.setMaximumWidth(WIDEST)
        around.addWidget(kept, 1)
        around.addStretch(0)
        self._column = QVBoxLayout(kept)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._first = True
        self._bound: dict[str, QCheckBox | Segmented] = {}
        screen.choices.changed.connect(self._follow)
        self.fill()
        self._column.addStretch(1)
        self.setWidget(inside)

    def fill(self) -> None:
        """Subclasses put their rows here."""

    def arrive(self) -> None:
        """It is shown: what may have changed is looked at again."""

    def check(self) -> None:
        """What this section can look into is looked into now."""

    def heading(self, text: str) -> None:
        """A new group of rows."""
        self._column.addSpacing(12 if self._first else 24)
        self._column.addWidget(Text(text, "section"))
        self._column.addSpacing(4)
        self._first = True

    def paragraph(self, text: str, role: str = "text2") -> Text:
        """Words across."""
        words = Text(text, role=role, wrap=True)
        words.setContentsMargins(0, 4, 0, 8)
        words.setMinimumWidth(1)
        self._column.addWidget(words)
        return words

    def row(self, title: str, text: str, *controls: QWidget) -> Text:
        """A title, what it means, controls at the end; the text is given back for what changes."""
        if not self._first:
            self._column.addWidget(Rule())
        self._first = False
        made, meaning = setting(title, text, *controls)
        self._column.addWidget(made)
        return meaning

    def choice(self, name: str, title: str, text: str = "") -> QCheckBox:
        """A row with a switch for one of the choices."""
        choices = self._screen.choices
        box = switch(title, getattr(choices.now, name), lambda on: choices.choose(**{name: on}))
        self.row(title, text, box)
        self.bound(box, name)
        return box

    def bound(self, control: QCheckBox | Segmented, name: str) -> None:
        """It shows this choice, wherever that is made."""
        self._bound[name] = control

    def _follow(self, name: str) -> None:
        control, value = self._bound.get(name), getattr(self._screen.choices.now, name)
        if isinstance(control, Segmented):
            control.choose(str(value))
        elif control is not None:
            mark(control, value)

    def row_below(self, title: str, text: str, control: QWidget) -> None:
        """A control too wide to stand beside its words."""
        self.row(title, text)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 10)
        line.addWidget(control)
        line.addStretch(1)
        self._column.addLayout(line)

    def add(self, widget: QWidget) -> None:
        """Anything else."""
        self._column.addWidget(widget)


def setting(title: str, text: str, *controls: QWidget) -> tuple[QWidget, Text]:
    """One row, at least 52 high."""
    row = QWidget()
    row.setMinimumHeight(52)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 8, 0, 8)
    line.setSpacing(8)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addStretch(1)
    name, meaning = Text(title, wrap=True), Text(text, "second", "text2", wrap=True)
    for each in (name, meaning):
        each.setMinimumWidth(1)  # a long word is no reason to push the control out
    words.addWidget(name)
    if not text:
        meaning.hide()
    words.addWidget(meaning)
    words.addStretch(1)
    line.addLayout(words, 1)
    line.addSpacing(16)
    for control in controls:
        if not control.accessibleName() and not getattr(control, "text", str)():
            control.setAccessibleName(title)
        control.setAccessibleDescription(text or title)
        line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return row, meaning


def switch(name: str, now: bool, change: Callable[[bool], object]) -> QCheckBox:  # noqa: FBT001 - it is its value
    """On or off."""
    box = QCheckBox()
    box.setAccessibleName(name)
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    box.setChecked(now)
    when_switched(box, change)
    return box
