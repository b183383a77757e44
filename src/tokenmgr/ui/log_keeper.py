"""Writes the log while the user wants it: what the screen is told of, as codes; and where the program died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tokenmgr.system.crash_file import CrashFile
from tokenmgr.system.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from tokenmgr.actions.glance import Glance
    from tokenmgr.places import Places
    from tokenmgr.session.events import Event
    from tokenmgr.ui.screen import Screen

#: What the history calls otherwise than the log.
CODES = {"arrived": "token-came", "left": "token-left", "unlocked": "pin-unlocked"}
#: The settings that the log knows of, by the names it has for them.
SETTINGS = {"pin_cache_minutes": "pin-cache"}


class LogKeeper(QObject):
    """One a program. Nothing of it happens in the window's thread."""

    def __init__(self, screen: Screen, where: Places) -> None:
        super().__init__(screen)
        self._screen = screen
        self._crashes = CrashFile(where.crashes)
        self._journal = Journal(where.journal)
        self._last = 0
        screen.choices.changed.connect(self._chosen)
        screen.glanced.connect(self._glanced)
        screen.page_wanted.connect(lambda page, _about: self._write("window-opened", page=page))
        screen.bridge.stumbled.connect(lambda _error: self._write("error", error="unexpected"))
        if screen.choices.now.log:
            self._turn(on=True)
            self._write("started")

    def _chosen(self, name: str) -> None:
        if name == "log":
            self._turn(on=self._screen.choices.now.log)
        else:
            self._write("setting-changed", setting=SETTINGS.get(name, name))

    def _turn(self, *, on: bool) -> None:
        def turn() -> None:
            self._journal.turn(on=on)
            self._crashes.__enter__() if on else self._crashes.__exit__()

        self._do(turn)

    def _glanced(self, glance: Glance) -> None:
        """What has been added to the history since."""
        fresh = [event for event in glance.events if event.number > self._last]
        if not fresh:
            return
        first, self._last = not self._last, fresh[0].number
        if not first:  # what was there before was not done now
            for event in reversed(fresh):
                self._write_event(event)

    def _write_event(self, event: Event) -> None:
        facts = {name: value for name, value in event.facts if name in {"tries", "count"}}
        self._write(CODES.get(event.kind, event.kind), who=event.who, **facts)

    def _write(self, code: str, **facts: object) -> None:
        if self._screen.choices.now.log:
            self._do(lambda: self._journal.write(code, **facts))

    def _do(self, work: Callable[[], object]) -> None:
        """One after the other: a line that came later stands later."""
        if self._hand is None:
            from concurrent.futures import ThreadPoolExecutor  # only for those who keep a log

            self._hand = ThreadPoolExecutor(1, "log")
        self._hand.submit(work)

    _hand: ThreadPoolExecutor | None = None

    def close(self) -> None:
        """The last line, and let go of the files."""
        self._write("ended")
        if self._hand is not None:
            self._hand.submit(self._crashes.__exit__)
            self._hand.shutdown(wait=True)
            self._hand = None
