"""How a question of the rooms below reaches a person at the window: typed already in a dialog, or asked for now."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tokenmgr.model.errors import Cancelled
from tokenmgr.model.pin import Pin

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.pin import PinKind, TriesLeft
    from tokenmgr.model.token import Token
    from tokenmgr.ui.pins.questions import EnterNewPin, EnterPin, MayTheLastTryBeSpent, Question
    from tokenmgr.ui.screen import Screen

T = TypeVar("T")


class FilledAsk:
    """What a person typed into a dialog. Each PIN is given once: whoever asks for it again is told no, not helped."""

    def __init__(self, pins: dict[PinKind, str], new: str = "", *, confirm_last: bool = False) -> None:
        self._pins = dict(pins)
        self._new = new
        self._confirm_last = confirm_last

    def pin(self, _token: Token, kind: PinKind, _tries: TriesLeft, _purpose: str) -> Pin:
        """What was typed for it."""
        if kind not in self._pins:
            raise Cancelled
        return Pin(self._pins.pop(kind))

    def new_pin(self, _token: Token, _kind: PinKind) -> Pin:
        """The new one; typed twice and compared in the dialog."""
        typed, self._new = self._new, ""
        if not typed:
            raise Cancelled
        return Pin(typed)

    def spend_last_try(self, _token: Token, _kind: PinKind, _tries: TriesLeft) -> bool:
        """Only what was agreed to in the dialog, and only once."""
        agreed, self._confirm_last = self._confirm_last, False
        return agreed

    def use_pin_pad(self, _token: Token, _kind: PinKind) -> None:
        """The dialog says so itself."""


class SheetAsk:
    """Asks from a working thread with a sheet over the window. `asked_by`: which program or page wants it.

    Where a sheet lies open whose own work asks, the question takes its place until it is answered; where a person is
    in the midst of something else, the question is a no: never a dialog on a dialog.
    """

    def __init__(
        self, screen: Screen, asked_by: str = "", key: str = "", given_up: Callable[[], bool] = lambda: False
    ) -> None:
        self._screen = screen
        #: Whether the person has called off what asks.
        self._given_up = given_up
        self._asked_by = asked_by
        #: The certificate or key that is about to be used, where that is known.
        self._key = key

    def pin(self, token: Token, kind: PinKind, tries: TriesLeft, purpose: str) -> Pin:
        """Typed now; how long it is kept may be chosen beside it."""

        def make() -> EnterPin:
            from tokenmgr.ui.pins.questions import EnterPin  # only where somebody is asked

            return EnterPin(self._screen, token, kind, tries, purpose, asked_by=self._asked_by, key=self._key)

        return Pin(self._asked(make).text)

    def new_pin(self, token: Token, kind: PinKind) -> Pin:
        """Typed twice."""

        def make() -> EnterNewPin:
            from tokenmgr.ui.pins.questions import EnterNewPin

            return EnterNewPin(self._screen, token, kind, asked_by=self._asked_by)

        return Pin(self._asked(make))

    def spend_last_try(self, token: Token, kind: PinKind, tries: TriesLeft) -> bool:
        """The end of the serial number has to be typed."""

        def make() -> MayTheLastTryBeSpent:
            from tokenmgr.ui.pins.questions import MayTheLastTryBeSpent

            return MayTheLastTryBeSpent(self._screen, token, kind, tries, asked_by=self._asked_by)

        try:
            return self._asked(make)
        except Cancelled:
            return False

    def use_pin_pad(self, token: Token, _kind: PinKind) -> None:
        """Look at the reader."""

        def tell() -> None:
            from tokenmgr.ui.pins.questions import pin_pad_message

            self._screen.say(pin_pad_message(token))

        self._screen.bridge.home(tell)

    def _asked(self, make: Callable[[], Question[T]]) -> T:
        """Lay the question over the window and wait; Cancelled where it is closed, refused or its window goes away.

        `make` runs in the window's thread, and so does what it loads: types of Qt are made nowhere else.
        """

        def lay(answer: Callable[[T | None], None]) -> None:
            if self._given_up():
                answer(None)
                return
            question = make()
            question.over.connect(lambda: answer(question.answer))
            question.destroyed.connect(lambda: answer(None))
            self._screen.lay(question)
            if question.parentWidget() is None:
                answer(None)
            elif not (question.isVisible() and question.isActiveWindow()):
                self._screen.window_wanted.emit()

        return self._screen.bridge.ask(lay)
