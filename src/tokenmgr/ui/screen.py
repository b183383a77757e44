"""What every page and dialog may use. It holds what is known now, and passes wishes on; it paints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from tokenmgr.ui.deeds import Deeds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.changes.record import Changes
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.bridge import Bridge
    from tokenmgr.ui.choices import Choices


class RunsErrands(Protocol):
    """Whoever knows every wish by its name: errands.py. It knows the screen, so the screen does not know it."""

    def run(self, name: str, token: TokenId | None = None, about: object = None) -> None: ...


def _nothing_changed() -> Changes:
    raise LookupError("nobody said where changes are written down")


class Message(NamedTuple):
    """Something to say across the page, and one thing to do about it."""

    tone: str
    fact: str
    consequence: str = ""
    act: tuple[str, Callable[[], object]] | None = None
    #: It goes by itself after this many seconds; 0: it stays until closed.
    seconds: int = 0


class Screen(QObject):
    """One a program."""

    #: A new Glance.
    glanced = Signal(object)
    #: The token that actions are about, a TokenId or None.
    chosen = Signal(object)
    #: (page, about)
    page_wanted = Signal(str, object)
    #: A Message, or None to take the present one away.
    said = Signal(object)
    #: A Sheet to lay over the window.
    sheet_wanted = Signal(object)
    #: Bring the window to the front.
    window_wanted = Signal()
    #: The person may have left: what was typed and not sent is forgotten.
    left = Signal()
    #: End the program.
    quit_wanted = Signal()
    #: A fresh look at everything.
    look_wanted = Signal()
    #: Practice tokens, shown or not.
    practice_wanted = Signal(bool)

    def __init__(self, bridge: Bridge, choices: Choices, glance: Glance | None, resources: Path) -> None:
        super().__init__()
        self.bridge = bridge
        self.choices = choices
        self._glance = glance
        self.resources = resources
        #: Where this program keeps things for its user; set by whoever runs it. Only working threads look in there.
        self.home: Path | None = None
        #: What was changed on the computer; files, so only for working threads. Set by whoever runs it.
        self.changes: Callable[[], Changes] = _nothing_changed
        self.errands: RunsErrands
        #: Built in the background soon after the start; only working threads touch it.
        self.desk: Desk | None = None
        #: What must not be cut off.
        self.deeds = Deeds(self)
        #: Whether a sheet lies over the window.
        self.busy = False
        self._chosen: TokenId | None = None

    @property
    def glance(self) -> Glance:
        """What is known now; nothing, in the first moment."""
        if self._glance is None:
            from datetime import UTC, datetime

            from tokenmgr.actions.glance import Glance  # the window is painted before anything is known

            self._glance = Glance(datetime.now(UTC), loading=True)
        return self._glance

    def show(self, glance: Glance) -> None:
        """What is known now."""
        self._glance = glance
        if self._chosen is not None and glance.token(self._chosen) is None:
            self._chosen = None
        self.glanced.emit(glance)

    @property
    def token(self) -> TokenGlance | None:
        """The token that actions are about: the chosen one, else the first real one, else the first."""
        if self._glance is None:
            return None
        found = self.glance.token(self._chosen) if self._chosen else None
        tokens = sorted(self.glance.tokens, key=lambda each: each.practice)
        return found or next(iter(tokens), None)

    def look_again(self) -> None:
        """At everything, soon."""
        self.look_wanted.emit()

    def practise(self, on: bool) -> None:  # noqa: FBT001 - the one thing it says
        """Show practice tokens, or no longer; the next start does as this one ends."""
        self.choices.choose(practice=on)
        self.practice_wanted.emit(on)

    def choose(self, token: TokenId | None) -> None:
        """Actions are about this one from now on."""
        self._chosen = token
        self.chosen.emit(token)

    def session(self, token: TokenId) -> TokenSession:
        """For a working thread: the session of a token that is here. TokenGone where it is not any more."""
        from tokenmgr.model.errors import TokenGone

        sessions = self.desk.inventory.sessions if self.desk else []
        found = next((session for session in sessions if session.token.id == token), None)
        if found is None:
            raise TokenGone(token)
        return found

    def go(self, page: str, about: object = None) -> None:
        """Open a page."""
        self.page_wanted.emit(page, about)

    def say(self, message: Message | None) -> None:
        """Across the page."""
        self.said.emit(message)

    def lay(self, sheet: QDialog) -> None:
        """Over the window; where one lies there already it stays, and this one is not shown."""
        self.sheet_wanted.emit(sheet)
