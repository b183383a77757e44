"""A box of text that can be read, marked and copied, and nothing else. What it shows is never markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from tokenmgr.x509.visible import visible

#: Of one value. Qt lays a paragraph out as a whole: one without end would stop the window.
LONGEST = 4096
#: Of a paragraph; longer ones are cut into several.
PARAGRAPH = 512


class PlainBox(QPlainTextEdit):
    """`framed`: with the border of a field."""

    def __init__(self, name: str, *, framed: bool = True, wrap: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth if wrap else QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        if not framed:
            self.setFrameShape(QFrame.Shape.NoFrame)
            self.setStyleSheet(
                "QPlainTextEdit { border: none; border-radius: 0; background: transparent; padding: 8px 16px; }"
            )

    def say(self, text: str) -> None:
        """A value from outside, made harmless and bounded."""
        shown = visible(text, LONGEST)
        self.setPlainText("\n".join(shown[at : at + PARAGRAPH] for at in range(0, len(shown), PARAGRAPH)))

    def say_whole(self, text: str) -> None:
        """Text of our own making, in lines."""
        self.setPlainText(text)
