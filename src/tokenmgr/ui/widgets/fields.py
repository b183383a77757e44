"""Fields to type into: PINs that can be looked at, and words to search for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from tokenmgr.ui import icons
from tokenmgr.ui.widgets.buttons import icon_button
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

LONGEST_PIN = 256
KEPT_FROM_THE_CLIPBOARD = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class PinField(QLineEdit):
    """A PIN: hidden, never suggested, seen only while its eye is on.

    What is seen cannot be selected, and so neither copied nor dragged away.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST_PIN)
        self.setFixedHeight(34)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self._eye = icon_button("eye", translate("Dialogs", "Show what is typed"), self._look, 18)
        self._eye.setParent(self)
        self._eye.setFixedSize(28, 28)
        self.setTextMargins(0, 0, 32, 0)
        self.selectionChanged.connect(self._let_go)

    def _let_go(self) -> None:
        if self.echoMode() is QLineEdit.EchoMode.Normal:
            self.deselect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing goes from here to the clipboard."""
        if not any(event.matches(each) for each in KEPT_FROM_THE_CLIPBOARD):
            super().keyPressEvent(event)

    def mark(self, *, wrong: bool) -> None:
        """A red border, or none."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def forget(self) -> None:
        """Nothing typed, nothing to be brought back with undo, and whatever comes next is hidden again."""
        self.setText("")
        self._show(False)

    def _look(self) -> None:
        self._show(self.echoMode() is QLineEdit.EchoMode.Password)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - the one thing it says
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icons.icon("eye-off" if shown else "eye", "text2", 18))
        name = translate("Dialogs", "Hide what is typed") if shown else translate("Dialogs", "Show what is typed")
        self._eye.setAccessibleName(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The eye stays at the right end."""
        super().resizeEvent(event)
        self._eye.move(self.width() - 32, (self.height() - 28) // 2)

    @property
    def eye(self) -> QPushButton:
        """The button that shows what is typed."""
        return self._eye


class SearchField(QLineEdit):
    """Words to look for."""

    def __init__(
        self, prompt: str, typed: Callable[[str], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        glass = QAction(icons.icon("search", "text2", 16), "", self)
        glass.triggered.connect(self.setFocus)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        for button in self.findChildren(QToolButton):  # the glass is one to Qt, so it has a use and a name
            button.setAccessibleName(prompt)
        self.setClearButtonEnabled(False)
        self.setMaxLength(200)
        if typed:
            self.textChanged.connect(typed)

    def sizeHint(self) -> QSize:
        """As the pictures have it."""
        return QSize(200, 32)


def labelled(label: str, field: QWidget) -> QWidget:
    """A field with its label above."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    word = Text(label)
    word.setBuddy(field)
    column.addWidget(word)
    column.addWidget(field)
    if not field.accessibleName():
        field.setAccessibleName(label)
    return block
