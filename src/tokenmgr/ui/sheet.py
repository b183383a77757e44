"""A dialog that lies over the window: which token, who asks, what is left; fields; and a footer with the way out.

One at a time, never one on another. Whatever it starts runs elsewhere; Cancel gives up all of it.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from tokenmgr.model.errors import Cancelled, TokenError
from tokenmgr.ui import theme
from tokenmgr.ui.error_words import error_words, meaning
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.fields import PinField
from tokenmgr.ui.widgets.footer import SIDE, Footer
from tokenmgr.ui.widgets.keyboard import stops
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.widgets.token_line import TokenLine
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import Glance
    from tokenmgr.model.pin import PinKind
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.bridge import Job
    from tokenmgr.ui.screen import Screen

WIDTH = 496


class Fell:
    """A deed ended by a fault of the program, which the bridge tells."""


class Sheet(QDialog):
    """Subclasses fill `body` and call `foot`."""

    #: It is over, done or not.
    over = Signal()
    #: Not the monitor that Qt calls so.
    screen: Screen  # type: ignore[assignment]
    #: A question that the work of the open sheet asks may take that sheet's place meanwhile.
    takes_place = False
    #: Those with a table are wider.
    wide = WIDTH

    def __init__(self, screen: Screen, title: str, token: TokenId | None = None, asked_by: str = "") -> None:
        super().__init__(None, Qt.WindowType.Widget)
        self.screen = screen
        self.token = token
        self._title = title
        self._job: Job | None = None
        #: Nobody looks at it any more, and what it began goes on.
        self._left = threading.Event()
        self.destroyed.connect(self._left.set)
        self.setFixedWidth(self.wide)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._title_bar(title))
        column.addWidget(Rule())
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setStyleSheet("QScrollArea, QWidget#sheet { background: transparent; }")
        self._inside = inside = QWidget()
        inside.setObjectName("sheet")
        inside.installEventFilter(self)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(SIDE, 16, SIDE, 16)
        self.body.setSpacing(8)
        self._room.setWidget(inside)
        column.addWidget(self._room, 1)
        self._line: TokenLine | None = None
        shown = screen.glance.token(token) if token else None
        if shown is not None:
            self._line = TokenLine(shown, asked_by or translate("Dialogs", "Started by you in this program"))
            self.body.addWidget(self._line)
            self.body.addSpacing(4)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        self._progress.setAccessibleName(translate("Dialogs", "Working"))
        self._progress.hide()
        column.addWidget(self._progress)
        column.addWidget(Rule())
        self._footer = Footer()
        column.addWidget(self._footer)
        screen.glanced.connect(self._glanced)
        screen.left.connect(self._forget_typed)

    def _title_bar(self, title: str) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(36)
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 0, 8, 0)
        line.addWidget(Text(title, role="text2"))
        line.addStretch(1)
        line.addWidget(icon_button("cross", translate("Dialogs", "Close"), self.reject))
        return bar

    def foot(self, text: str, act: Callable[[], object], kind: str = "primary", cancel: str = "") -> None:
        """The footer: Cancel, and the one action. Return presses it."""
        self.action = button(text, act, kind=kind)
        self.action.setMinimumWidth(104)
        self.action.setDefault(True)
        self._dangerous = kind == "danger"
        self.cancel = button(cancel or translate("Dialogs", "Cancel"), self.reject)
        self.cancel.setMinimumWidth(88)
        self._footer.fill(self.cancel, self.action)

    def foot_close(self) -> None:
        """The footer of a sheet that only shows something."""
        self.cancel = button(translate("Dialogs", "Close"), self.accept)
        self.cancel.setMinimumWidth(88)
        self._footer.fill(self.cancel)

    def foot_note(self, text: str) -> None:
        """Why the action cannot be pressed yet, or nothing."""
        self._footer.note.say(text)

    def foot_extra(self, extra: QWidget) -> None:
        """Something at the left end of the footer."""
        self._footer.line.insertWidget(0, extra)

    @property
    def working(self) -> bool:
        """Something that it started is under way."""
        return self._job is not None

    def _forget_typed(self) -> None:
        for field in self.findChildren(PinField):
            field.forget()

    def was_left(self) -> bool:
        """From any thread: it was closed while it worked."""
        return self._left.is_set()

    def work(
        self,
        task: Callable[[], object],
        done: Callable[[object], object],
        failed: Callable[[TokenError], object] | None = None,
    ) -> None:
        """Run elsewhere what may wait; a sheet shows that it works, and stays until it is over."""

        def finish(then: Callable[[], object]) -> None:
            self._job = None
            self._can_cancel_again()
            self._progress.hide()
            self.setCursor(Qt.CursorShape.ArrowCursor)
            then()

        def fail(error: TokenError) -> None:
            finish(self.given_up if isinstance(error, Cancelled) else lambda: (failed or self.tell)(error))

        self._progress.show()
        self._job = self.screen.bridge.run(
            task,
            lambda result: finish(lambda: done(result)),
            fail,
            self,
            lambda _none: finish(self.reject),  # what happened is said on the page below
        )

    def given_up(self) -> None:
        """The work asked for something and was told no."""

    def carry_out(
        self,
        deed: Callable[[], object],
        done: Callable[[object], object],
        failed: Callable[[TokenError], object] | None = None,
    ) -> None:
        """`work` for what changes something. It goes on when the sheet is closed; what came of it is told then too."""
        screen = self.screen
        screen.deeds.begin()

        def act() -> object:
            outcome: TokenError | Fell | None = Fell()
            try:
                result = deed()
            except TokenError as error:
                outcome = error
                raise
            else:
                outcome = None
                return result
            finally:
                screen.bridge.home(lambda: self._ended(outcome))

        self.work(act, done, failed)
        self._called_cancel = (self.cancel, self.cancel.text())
        self.cancel.setText(translate("Dialogs", "Close"))

    def _can_cancel_again(self) -> None:
        button, word = self._called_cancel or (None, "")
        if button is not None and isValid(button):
            button.setText(word)
        self._called_cancel = None

    def _ended(self, outcome: TokenError | Fell | None) -> None:
        if self._left.is_set():
            self._tell_across(outcome)
        self.screen.deeds.end(well=outcome is None or isinstance(outcome, Cancelled))

    def _tell_across(self, outcome: TokenError | Fell | None) -> None:
        """Where nobody looks at the sheet any more, and its widgets may be gone."""
        screen = self.screen
        if outcome is None:
            screen.say(self.succeeded())
        elif isinstance(outcome, TokenError) and not isinstance(outcome, Cancelled):
            screen.say(self.failed_across(outcome))
        screen.look_again()

    def failed_across(self, error: TokenError) -> Message:
        """What is said when it went wrong and the sheet is closed already."""
        words = error_words(self.screen, error)
        return Message("bad", words.title, meaning(words))

    def succeeded(self) -> Message:
        """What is said when it went well and the sheet is closed already."""
        return Message("ok", translate("Dialogs", "Done: {what}").format(what=self._title), seconds=8)

    def tell(self, error: TokenError) -> None:
        """An error in words, where a sheet has no better place for it."""
        words = error_words(self.screen, error)
        self.show_trouble(words.title, meaning(words))

    def show_trouble(self, fact: str, meaning: str = "") -> None:
        """Under everything else: what is wrong, and what it means."""
        self.clear_trouble()
        self._trouble = Trouble(fact, meaning)
        self.body.addWidget(self._trouble)
        self._trouble.show()  # now, not a moment later: it is measured at once
        self.settle()
        self._room.ensureWidgetVisible(self._trouble)

    _trouble: Trouble | None = None
    _dangerous = False
    #: While a deed is under way there is nothing to cancel: the button says so, and what it said before.
    _called_cancel: tuple[QPushButton, str] | None = None

    def clear_trouble(self) -> None:
        """What was wrong is not any more."""
        if self._trouble is not None:
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None

    def count(self, kind: PinKind) -> None:
        """The tries shown are those of this PIN."""
        if self._line is not None:
            self._line.count(kind)

    def _glanced(self, glance: Glance) -> None:
        shown = glance.token(self.token) if self.token else None
        if shown is not None and self._line is not None:
            self._line.show_token(shown)
        if self.token is not None and shown is None and not glance.loading and not self.working:
            self.token_left()

    def token_left(self) -> None:
        """The token was pulled while this lay open: nothing more can be done here."""
        self.reject()

    def settle(self) -> None:
        """As high as its content, as far as the window goes."""
        parent = self.parentWidget()
        if parent is None:
            return
        inside = self._inside
        self.body.activate()
        width = self.wide - 2
        wanted = inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()
        around = 36 + 2 + self._footer.sizeHint().height() + 5
        self.setFixedHeight(min(wanted + around, parent.height() - 32))
        left = (parent.width() - self.width()) // 2
        self.move(QPoint(left, max(16, min((parent.height() - self.height()) // 2, 72))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is put into the body shows a moment later, and only then asks for its room."""
        if event.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.settle)
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Over. Work under way goes on to its end, for a PIN is never half sent; nobody waits for it."""
        if self._job is not None:
            self._job.stop()
            self._left.set()
        super().done(result)
        self.over.emit()

    def begin(self) -> None:
        """The keyboard goes where the work begins: a field or a choice; without one to the way on, or out of danger."""
        choices = (each for each in stops(self) if self._inside.isAncestorOf(each))
        fitting = QLineEdit if self._dangerous else QWidget
        typed = (each for each in choices if isinstance(each, fitting) and not isinstance(each, QPushButton))
        last = self.cancel if self._dangerous else getattr(self, "action", self.cancel)
        next(typed, last).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels; Return presses what it means here."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            meant = self._meant_by_return()
            if meant is not None and meant.isEnabled():
                meant.click()
        else:
            super().keyPressEvent(event)

    def _meant_by_return(self) -> QPushButton | None:
        """The button that has the keyboard; from anywhere else the action, a dangerous one only from a field.

        Some desktops' buttons take Return themselves and others' do not: it is never to mean another button.
        """
        here = self.screen_focus()
        if isinstance(here, QPushButton):
            return here
        if self._dangerous and not isinstance(here, QLineEdit):
            return None
        action: QPushButton = getattr(self, "action", self.cancel)
        return action

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """The keyboard stays in the sheet: after the last comes the first."""
        chain = stops(self)
        if not chain:
            return False
        now = self.screen_focus()
        here = chain.index(now) if now in chain else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        chain[(here + (1 if forward else -1)) % len(chain)].setFocus(reason)
        return True

    def screen_focus(self) -> QWidget | None:
        """What has the keyboard now."""
        return self.window().focusWidget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title, body and footer have each their shade."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border")))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sidebar"))
        painter.setClipRect(1, 1, self.width() - 2, 36)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)
        painter.setClipRect(1, self._footer.y(), self.width() - 2, self.height() - self._footer.y() - 1)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)


class Trouble(QWidget):
    """Under a field: an icon, a bold fact, then what it means. Never colour alone."""

    def __init__(self, fact: str, meaning: str = "", tone: str = "bad") -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        icon = {"bad": "octagon", "warn": "triangle", "text2": "info", "ok": "check-circle"}[tone]
        line.addWidget(Icon(icon, 16, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(fact, "strong" if tone != "text2" else "second", tone, wrap=True))
        if meaning:
            words.addWidget(Text(meaning, "second", "text2", wrap=True))
        line.addLayout(words, 1)
        self.setAccessibleName(f"{fact} {meaning}".strip())
