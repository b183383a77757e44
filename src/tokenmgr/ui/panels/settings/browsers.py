"""Tokens' modules in browsers: which knows which, making one known, taking it out, waiting for one to be closed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.browsers.ways import Way
from tokenmgr.model.browser_errors import BrowserProfileBroken, BrowserSandboxed
from tokenmgr.ui.change_list import ChangeList
from tokenmgr.ui.error_words import error_words, meaning, say_trouble
from tokenmgr.ui.panels.settings.pane import Pane, setting
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.actions.browsers import Keeper, Offer, Row
    from tokenmgr.browsers.module_list import Entry
    from tokenmgr.model.errors import TokenError
    from tokenmgr.ui.bridge import Job
    from tokenmgr.ui.screen import Screen

LONGEST = 80


class Browsers(Pane):
    """Read anew each time it is shown; nothing is written before a button is pressed."""

    def fill(self) -> None:
        self.paragraph(
            translate(
                "Browsers",
                "To sign in to a web page with your certificate, the browser has to know your token's module. "
                "One entry is added to the browser's own list; it can be taken out again to the byte.",
            )
        )
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._waiting: threading.Event | None = None
        self._look: Job | None = None
        self.add(self._rows)
        self.add(_space())
        self._changes = ChangeList(self._screen)
        self.add(self._changes)
        self._say(translate("Browsers", "Looking for browsers..."))

    def arrive(self) -> None:
        """How they are now."""
        self._changes.reload()
        desk = self._screen.desk
        if desk is None or self._waiting is not None:  # what is waited for stays before one's eyes
            return

        def look() -> list[Row]:
            from tokenmgr.actions.browsers import here, look

            return look(here(), desk.modules.status(), desk.profiles.profiles)

        self._stop_looking()
        self._look = self._screen.bridge.run(look, self._show, lambda error: say_trouble(self._screen, error), self)

    def _stop_looking(self) -> None:
        """What a look finds does not take the place of what came after it."""
        if self._look is not None:
            self._look.stop()

    def _show(self, rows: Sequence[Row]) -> None:
        clear(self._list)
        for row in rows:
            self._add(row)
        if not rows:
            self._say(translate("Browsers", "No browser of a known kind was found for this user."))

    def _say(self, text: str) -> None:
        clear(self._list)
        self._list.addWidget(Text(text, role="text2", wrap=True))

    def _add(self, row: Row) -> None:
        """What it knows, and what it could know: a line each."""
        title = f"{row.profile.title} · {visible(row.profile.name, LONGEST)}"
        if row.fault:
            self._line(title, _words(self._screen, BrowserProfileBroken(str(row.profile.list_file), row.fault)))
            return
        for entry in row.registered:
            self._line(title, _knows(entry), self._remover(row, entry))
        for offer in row.offers:
            if row.way is Way.DIRECT:
                self._line(title, _lacks(offer, row), self._adder(row, offer))
            else:
                self._line(title, _words(self._screen, BrowserSandboxed(row.profile.title, row.way.value)))
        if not row.registered and not row.offers:
            self._line(title, translate("Browsers", "It knows no module, and none is ready on this computer"))

    def _line(self, title: str, text: str, *controls: QWidget) -> None:
        if self._list.count():
            self._list.addWidget(Rule())
        self._list.addWidget(setting(title, text, *controls)[0])

    def _adder(self, row: Row, offer: Offer) -> QWidget:
        def register(keeper: Keeper) -> object:
            from tokenmgr.actions.browsers import register

            return register(keeper, row.profile, offer.name, offer.library)

        said = translate("Browsers", "{browser} knows {name} now").format(browser=row.profile.title, name=offer.name)
        return self._button(row, translate("Browsers", "Make it known"), register, said)

    def _remover(self, row: Row, entry: Entry) -> QWidget:
        def remove(keeper: Keeper) -> None:
            from tokenmgr.actions.browsers import remove

            remove(keeper, row.profile, entry.name, entry.library)

        said = translate("Browsers", "{browser} does not load {name} any more")
        return self._button(
            row, translate("Browsers", "Take out"), remove, said.format(browser=row.profile.title, name=entry.name)
        )

    def _button(self, row: Row, text: str, wish: Callable[[Keeper], object], said: str) -> QWidget:
        """A browser that is open has to be closed first: then it is waited for."""
        if not row.running:
            return button(text, lambda: self._do(wish, said))
        return button(
            translate("Browsers", "{wish} when it is closed").format(wish=text), lambda: self._wait(row, wish, said)
        )

    def _wait(self, row: Row, wish: Callable[[Keeper], object], said: str) -> None:
        """Until it is closed, or somebody does not want to wait any longer; for one wish at a time."""
        self._stop_looking()
        self._stop_waiting()
        stop = self._waiting = threading.Event()
        self.destroyed.connect(lambda: stop.set())  # noqa: PLW0108 - Qt passes on what a lambda takes
        clear(self._list)
        text = translate("Browsers", "Close {browser}; this goes on by itself").format(browser=row.profile.title)
        self._line(text, "", button(translate("Browsers", "Do not wait"), self._stop_waiting))

        def closed() -> bool:
            from tokenmgr.browsers.running import wait_closed

            return wait_closed(row.profile, stop)

        def over(then: Callable[[], object]) -> None:
            if self._waiting is stop:
                self._waiting = None
                then()

        def go_on(is_closed: bool) -> None:  # noqa: FBT001 - what came of waiting
            still_wanted = is_closed and not stop.is_set()
            over(lambda: self._do(wish, said) if still_wanted else self.arrive())

        self._screen.bridge.run(closed, go_on, lambda error: over(lambda: self._failed(error)), self)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.set()

    def _do(self, wish: Callable[[Keeper], object], said: str) -> None:
        changes = self._screen.changes

        def done(_result: object) -> None:
            self._screen.say(Message("ok", visible(said, 2 * LONGEST), seconds=8))
            self.arrive()

        self._screen.bridge.run(lambda: wish(changes()), done, self._failed, self)

    def _failed(self, error: TokenError) -> None:
        say_trouble(self._screen, error)
        self.arrive()


def _space() -> QWidget:
    made = QWidget()
    made.setFixedHeight(24)
    return made


def _words(screen: Screen, error: TokenError) -> str:
    return meaning(error_words(screen, error))


def _knows(entry: Entry) -> str:
    return translate("Browsers", "Knows {name}: {file}").format(
        name=visible(entry.name, LONGEST), file=visible(entry.library, 2 * LONGEST)
    )


def _lacks(offer: Offer, row: Row) -> str:
    name = visible(offer.name, LONGEST)
    if row.running:
        return translate("Browsers", "Does not know {name} yet; it is open now").format(name=name)
    return translate("Browsers", "Does not know {name} yet").format(name=name)
