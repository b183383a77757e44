"""The daily look for a newer version, where the person wants it: elsewhere, and silent unless there is something."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tokenmgr.ui.agreed_texts import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.notices import Notice, Told
    from tokenmgr.actions.updates import Standing
    from tokenmgr.model.errors import TokenError
    from tokenmgr.places import Places
    from tokenmgr.ui.screen import Screen

#: How often it is seen whether a day has passed; nobody is asked for that.
TICK_MS = 60 * 60 * 1000
#: Not in the first minutes, when a person waits for other things.
FIRST_MS, SPREAD_MS = 2 * 60 * 1000, 3 * 60 * 1000


class UpdateWatch(QObject):
    """One a program."""

    def __init__(self, screen: Screen, where: Places, told: Told, tell: Callable[[Notice], object]) -> None:
        super().__init__(screen)
        self._screen, self._where, self._told, self._tell_of = screen, where, told, tell
        self._warned = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._tick)
        screen.choices.changed.connect(self._chosen)
        self._turn()

    def _chosen(self, name: str) -> None:
        if name == "updates":
            self._turn()

    def _turn(self) -> None:
        """Without the wish there is not even a clock."""
        if self._screen.choices.now.updates:
            self._timer.start(FIRST_MS + int.from_bytes(os.urandom(4), "big") % SPREAD_MS)
        else:
            self._timer.stop()

    def _tick(self) -> None:
        self._timer.start(TICK_MS)
        self.look()

    def look(self) -> None:
        """If a day has passed, and the person has agreed to what is said about it."""
        if self._screen.choices.now.welcomed != VERSION:
            return
        where, told = self._where, self._told

        def ask() -> Standing | None:
            from tokenmgr.actions.updates import look_if_due  # heavy where somebody is asked, and only in the worker

            found = look_if_due(where)
            new = found is not None and found.newer and told.first_time(f"update {found.newer[0].version}")
            return found if new else None

        self._screen.bridge.run(ask, self._tell, self._fail, owner=self)

    def _tell(self, standing: Standing | None) -> None:
        if standing is None:
            return
        from tokenmgr.actions.notices import Notice  # hardly ever

        self._tell_of(Notice("update", None, str(standing.newer[0].version), "", "about"))

    def _fail(self, error: TokenError) -> None:
        """An answer that cannot be believed is worth a word, once; no answer is not."""
        if error.code == "update-untrusted" and not self._warned:
            from tokenmgr.ui.error_words import say_trouble

            self._warned = True
            say_trouble(self._screen, error)
