"""A field for a PIN with its label above, and below it whatever is to be said about what was typed there."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.pins.caps_lock import caps_lock, typed_with_caps
from tokenmgr.ui.sheet import Trouble
from tokenmgr.ui.widgets.fields import PinField
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPaintEvent, QResizeEvent

TICK, TICK_RIGHT = 14, 40
#: Lines that stand above an error.
WARNINGS = 2


class TypingField(PinField):
    """Watches how it is typed into."""

    #: On, off, or None where nobody knows.
    caps_seen = Signal(object)
    #: An input method has letters of its own under way, or has put in some that no PIN has.
    method_seen = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.textChanged.connect(lambda text: self.method_seen.emit(has_wide(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter tells whether Caps Lock is on where the system does not."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_seen.emit(caps_lock() or False)
        else:
            seen = caps_lock()
            told = typed_with_caps(event.text(), shift=shift) if seen is None else seen
            if told is not None:
                self.caps_seen.emit(told)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Caps Lock changes at its release on some systems."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_CapsLock and caps_lock() is not None:
            self.caps_seen.emit(caps_lock())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Before the first letter, where the system tells."""
        super().focusInEvent(event)
        if caps_lock() is not None:
            self.caps_seen.emit(caps_lock())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Letters under way are none yet."""
        super().inputMethodEvent(event)
        self.method_seen.emit(bool(event.preeditString()) or has_wide(self.text()))


def has_wide(text: str) -> bool:
    """Whether a character is a Chinese or full-width one."""
    return any(unicodedata.east_asian_width(character) in {"F", "W"} for character in text)


class PinEntry(QWidget):
    """Label, field, warnings, error."""

    changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        word = Text(label)
        column.addWidget(word)
        self.field = TypingField(label)
        word.setBuddy(self.field)
        column.addWidget(self.field)
        self._tick = _Tick(self.field)
        self.below = QVBoxLayout()
        self.below.setSpacing(4)
        self._caps = Aside("caps-lock", translate("PinDialogs", "Caps Lock is on"), "warn")
        self._method = Aside(
            "keyboard", translate("PinDialogs", "Full-width or Chinese characters: switch the input method off"), "warn"
        )
        for each in (self._caps, self._method):
            each.hide()
            self.below.addWidget(each)
        column.addLayout(self.below)
        self._trouble: Trouble | None = None
        self.field.caps_seen.connect(self._caps.setVisible)
        self.field.method_seen.connect(self._method.setVisible)
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        """What is typed in it now."""
        return self.field.text()

    def empty(self) -> None:
        """Nothing typed any more."""
        self.field.forget()

    def refuse(self, fact: str, meaning: str) -> None:
        """What was typed was no good: say so under it, and have it typed again."""
        self.forgive()
        self._trouble = Trouble(fact, meaning)
        self.below.insertWidget(WARNINGS, self._trouble)
        self._trouble.show()
        self.field.mark(wrong=True)
        self.field.setAccessibleDescription(f"{fact} {meaning}")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forgive(self) -> None:
        """What was said about it does not hold any more."""
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None
            self.field.mark(wrong=False)
            self.field.setAccessibleDescription("")

    @property
    def refused(self) -> bool:
        """Whether an error stands under it."""
        return self._trouble is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tick stays at the right end."""
        super().resizeEvent(event)
        self._tick.place()

    def tick(self, text: str) -> None:
        """A tick and a word at the right end of the field; "" for none."""
        self._tick.say(text)


class Aside(QWidget):
    """A small line with an icon."""

    def __init__(self, icon: str, text: str, role: str = "text2") -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 2, 0, 0)
        beside.addWidget(Icon(icon, 14, role), 0, Qt.AlignmentFlag.AlignTop)
        beside.addStretch(1)
        line.addLayout(beside)
        line.addWidget(Text(text, "second", role, wrap=True), 1)
        self.setAccessibleName(text)


def pin_pad_aside() -> Aside:
    """Where the reader has keys of its own."""
    text = translate("PinDialogs", "This reader has keys of its own: the PIN is typed there after the next step")
    return Aside("keyboard", text)


class _Tick(QWidget):
    """Lies in the field, left of its eye. Painted, for a field gives what lies in it the colour of what is typed."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field, self._text = field, ""
        self.setFont(typography.font("second"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.resize(TICK + 4 + QFontMetrics(self.font()).horizontalAdvance(text) + 2, 20)
        self.setVisible(bool(text))
        self.place()
        self.update()

    def place(self) -> None:
        self.move(self._field.width() - TICK_RIGHT - self.width(), (self._field.height() - self.height()) // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, "check", 0, (self.height() - TICK) // 2, TICK, "ok", self.devicePixelRatioF())
        painter.setPen(theme.colour("ok"))
        painter.drawText(self.rect().adjusted(TICK + 4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)
