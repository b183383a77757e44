"""Pictures of the running window on practice tokens: python -m tools.window_pictures FOLDER"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui import sample
from tests.ui.at_work import HK, AtWork
from tests.ui.scenes import settle
from tokenmgr.model.errors import TokenError
from tokenmgr.model.pin import Pin
from tokenmgr.ui import icons, style, theme, words
from tokenmgr.ui.widgets.fields import PinField
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = tuple(Language)
THEMES = {"light": theme.LIGHT, "dark": theme.DARK}
WRONG, RIGHT, NEW = "13572468", "12345678", "Rose-Garden7"
QUIET = 0.3


def home(work: AtWork) -> None:
    """What needs doing, and the cards."""
    work.window.open_page("home")


def tokens_simple(work: AtWork) -> None:
    """SafeNet's six actions."""
    work.screen.choices.choose(view="simple")
    work.window.open_page("tokens")


def tokens_advanced(work: AtWork) -> None:
    """SafeNet's tree."""
    work.screen.choices.choose(view="advanced")
    work.window.open_page("tokens")


def certificates(work: AtWork) -> None:
    """The list and one certificate."""
    work.window.open_page("certificates")


def change_pin(work: AtWork) -> None:
    """A wrong PIN, told under its field."""
    work.window.open_page("home")
    sheet = work.run("change-pin", HK)
    for field, text in zip(sheet.findChildren(PinField), (WRONG, NEW, NEW), strict=False):
        field.setFocus()
        QTest.keyClicks(field, text)
    sheet.action.click()
    work.settled()


def locked(work: AtWork) -> None:
    """No try is left: what happened, and the way out."""
    if work.sheet is not None:
        work.sheet.reject()
    spend_all(work)
    work.look_now()
    work.screen.choose(work.token(HK))
    work.screen.choices.choose(view="simple")
    work.window.open_page("tokens", work.token(HK))


SCENES: dict[str, Callable[[AtWork], None]] = {
    "home": home,
    "tokens-simple": tokens_simple,
    "tokens-advanced": tokens_advanced,
    "certificates": certificates,
    "change-pin": change_pin,
    "locked": locked,
}


def spend_all(work: AtWork) -> None:
    """Every try that is left, where no person waits."""
    session = work.screen.session(work.token(HK))

    def spend() -> None:
        for number in range(20):
            with suppress(TokenError):
                session.login(Pin(f"{24681357 + number}"), lambda _tries: True)

    spending = threading.Thread(target=spend)
    spending.start()
    spending.join()


def take(application: QApplication, language: Language, shade: str, folder: Path) -> None:
    """All scenes in one language and one theme."""
    words.speak(language, sample.RESOURCES / "i18n")
    style.dress(application, THEMES[shade], str(sample.RESOURCES / "icons"))
    with tempfile.TemporaryDirectory() as name:
        work = AtWork(Path(name))
        work.screen.choose(work.token(HK))
        for scene, arrange in SCENES.items():
            arrange(work)
            settle(QUIET)
            work.window.grab().save(str(folder / f"{scene}.{language.value}.{shade}.png"))
            if scene == "home":
                picture_of_menu(work, folder / f"tray-menu.{language.value}.{shade}.png")
        work.close()


class Host(QObject):
    """A place for icons, though nobody looks at it."""

    changed = Signal(bool)
    here = True


def picture_of_menu(work: AtWork, path: Path) -> None:
    """The tray's menu, as the program fills it."""
    from tokenmgr.ui.tray import Tray

    menu = Tray(work.screen, lambda: work.window, host=Host(work.screen)).menu
    menu.ensurePolished()
    menu.adjustSize()
    menu.grab().save(str(path))


def main() -> int:
    """Into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["tokenmgr"])
    application.setStyle("Fusion")
    icons.draw_from(sample.RESOURCES / "icons")
    for language in LANGUAGES:
        for shade in THEMES:
            take(application, language, shade, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
