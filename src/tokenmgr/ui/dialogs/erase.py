"""Delete one kind of what is kept here: what it is, what follows, and only then the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.places import Places
from tokenmgr.ui.kept_words import kept_words
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.screen import Screen


class EraseSheet(Sheet):
    """`done` is called when it is gone."""

    def __init__(self, screen: Screen, key: str, done: Callable[[], object]) -> None:
        words = kept_words(key)
        super().__init__(screen, translate("Privacy", "Delete: {what}").format(what=words.title))
        self._owner, self._key, self._then = screen, key, done
        self.body.addWidget(Text(words.what, wrap=True))
        self.body.addWidget(Text(words.then, "strong", wrap=True))
        self.foot(translate("Privacy", "Delete for good"), self._go, kind="danger")

    def _go(self) -> None:
        screen, key, desk, home = self._owner, self._key, self._owner.desk, self._owner.home
        if self.working:
            return
        if key == "settings":
            screen.choices.choose(**defaults(screen))
            self._finish(None)
        elif desk is None or home is None:
            self.show_trouble(*not_ready_words())
        else:
            self.clear_trouble()
            if key == "practice":
                screen.practise(False)
            self.carry_out(lambda: _erase(desk, home, screen.resources, key), self._finish)

    def _finish(self, _nothing: object) -> None:
        self.accept()
        self._then()
        self._owner.say(self.succeeded())
        self._owner.look_again()

    def succeeded(self) -> Message:
        """What is gone."""
        title = kept_words(self._key).title
        return Message("ok", translate("Privacy", "Deleted: {what}").format(what=title), seconds=8)


def not_ready_words() -> tuple[str, str]:
    """Where the program has not come far enough to delete anything: the fact, and what to do."""
    return (
        translate("Privacy", "Nothing can be deleted yet"),
        translate("Privacy", "The program has not finished starting. Wait a moment, then try again."),
    )


def defaults(screen: Screen) -> dict[str, object]:
    """Every choice as it was at first; what was agreed to stays agreed."""
    now = screen.choices.now
    first = type(now)()
    kept = {"welcomed", "autostart_asked", "window", "page"}
    return {name: value for name, value in first._asdict().items() if name not in kept}


def _erase(desk: Desk, home: Path, resources: Path, key: str) -> None:
    from tokenmgr.actions.keepings import erase

    try:
        erase(desk, Places(home, resources), key)
    except OSError as error:
        raise FileUnreadable(error.filename or str(home), error.strerror or type(error).__name__) from None
