"""Notices: through the desktop where it shows any, else beside the tray's icon, else across the window.

Only what the user wants to hear of; what is news is decided in actions/notices.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tokenmgr.actions.notices import notices
from tokenmgr.ui.notice_server import NoticeServer
from tokenmgr.ui.notice_words import NoticeWords, notice_words
from tokenmgr.ui.screen import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tokenmgr.actions.glance import Glance
    from tokenmgr.actions.notices import Kind, Notice, Told
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.tray import Tray

#: Choice -> the kinds it is about.
WISHES: dict[str, tuple[Kind, ...]] = {
    "notice_arrivals": ("arrived", "left"),
    "notice_expiry": ("expiring",),
    "notice_misses": ("others-missed",),
}
ALWAYS: tuple[Kind, ...] = ("module-fault",)
#: Seen at once by whoever looks at the window.
COMINGS = ("arrived", "left")
#: More at once than anybody reads.
MOST = 5
SECONDS = 12


class Notices(QObject):
    """Compares each glance with the one before."""

    def __init__(
        self,
        screen: Screen,
        tray: Tray,
        window: Callable[[], QWidget],
        told: Told,
        address: str = "SESSION",
    ) -> None:
        super().__init__(screen)
        self._screen, self._tray, self._window, self._told = screen, tray, window, told
        home = screen.bridge.home
        self._server = NoticeServer(
            lambda number: home(lambda: self._pressed(number)),
            lambda number: home(lambda: self._closed(number)),
            address,
        )
        self._before: Glance | None = None
        self._shown: dict[int, Notice] = {}
        self._comings: dict[TokenId, int] = {}
        self._in_balloon: Notice | None = None
        tray.told.connect(self._balloon_pressed)
        screen.glanced.connect(self._glanced)

    def close(self) -> None:
        """Nothing is heard any more."""
        self._server.close()

    def _glanced(self, glance: Glance) -> None:
        """What was told is kept in a file: looked up elsewhere, and only where there may be news."""
        before = self._before
        if glance.loading:
            return
        self._before = glance
        wanted = self._wanted()
        if wanted and _may_differ(before, glance):
            self._screen.bridge.run(lambda: notices(before, glance, self._told, wanted), self._tell, owner=self)

    def _wanted(self) -> list[Kind]:
        now = self._screen.choices.now
        if not now.notices:
            return []
        chosen = [kind for name, kinds in WISHES.items() if getattr(now, name) for kind in kinds]
        return [*chosen, *ALWAYS]

    def _tell(self, found: list[Notice]) -> None:
        looks = self._window().isActiveWindow()
        for notice in [each for each in found if not (looks and each.kind in COMINGS)][:MOST]:
            self.show(notice)

    def show(self, notice: Notice) -> None:
        """Where the person sees it best just now; who wants no notifications finds it in the window."""
        words = notice_words(notice)
        if not self._screen.choices.now.notices:
            self._say_in_window(notice, words, 0)
            return
        replaces = self._comings.get(notice.token, 0) if notice.token and notice.kind in COMINGS else 0

        def shown(number: int) -> None:
            if number:
                self._keep(number, notice)
            else:
                self._show_here(notice, words)

        self._screen.bridge.run(lambda: self._server.show(words, replaces), shown, owner=self)

    def _keep(self, number: int, notice: Notice) -> None:
        self._shown[number] = notice
        if notice.token is not None and notice.kind in COMINGS:
            self._comings[notice.token] = number

    def _show_here(self, notice: Notice, words: NoticeWords) -> None:
        """Where the desktop shows none."""
        if not self._window().isVisible() and self._tray.tell(words.title, words.text):
            self._in_balloon = notice
            return
        self._say_in_window(notice, words, SECONDS)

    def _say_in_window(self, notice: Notice, words: NoticeWords, seconds: int) -> None:
        act = (words.action, lambda: self._run(notice))
        self._screen.say(Message(words.tone, words.title, words.text, act, seconds))

    def _pressed(self, number: int) -> None:
        """Numbers of other programs' notices come by, too."""
        notice = self._shown.get(number)
        if notice is not None:
            self._run(notice)

    def _closed(self, number: int) -> None:
        self._shown.pop(number, None)
        self._comings = {token: kept for token, kept in self._comings.items() if kept != number}

    def _balloon_pressed(self) -> None:
        if self._in_balloon is not None:
            self._run(self._in_balloon)

    def _run(self, notice: Notice) -> None:
        """Only ever opens something."""
        if notice.errand != "show-token":
            self._tray.open(notice.errand, notice.token)
            return
        self._screen.choose(notice.token)
        self._tray.open("tokens", notice.token)


def _may_differ(before: Glance | None, glance: Glance) -> bool:
    """Days pass without anything else changing, so attention counts with all its facts."""
    if before is None:
        return True
    old, new = ([each.id for each in of.tokens] for of in (before, glance))
    faults = [[(each.module, each.error.code) for each in of.faults] for of in (before, glance)]
    return old != new or faults[0] != faults[1] or before.attention != glance.attention
