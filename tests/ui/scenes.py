"""Every page and dialog, by name, as tests open them: with sample tokens, and nothing behind."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui import sample, sample_sheets
from tokenmgr.ui.errands import ERRANDS
from tokenmgr.ui.frames import NAME

if TYPE_CHECKING:
    from tokenmgr.ui.window import Window

#: Errands that open a dialog; what more they are about, where they need it.
DIALOGS = [name for name, errand in ERRANDS.items() if not errand.where.startswith(">") and ":open_" in errand.where]
#: Name -> page, sample, view of the tokens.
PAGES = {
    "home": ("home", "full", "simple"),
    "home-empty": ("home", "empty", "simple"),
    "tokens-simple": ("tokens", "full", "simple"),
    "tokens-advanced": ("tokens", "full", "advanced"),
    "tokens-locked": ("tokens", "locked", "simple"),
    "tokens-empty": ("tokens", "empty", "simple"),
    "certificates": ("certificates", "full", "simple"),
    "certificates-absent": ("certificates", "empty", "simple"),
    "pin": ("pin", "full", "simple"),
    "doctor": ("doctor", "full", "simple"),
    "history": ("history", "full", "simple"),
    "settings": ("settings", "full", "simple"),
}
CERTIFICATE = {"export", "compare"}
#: Sheets that open only with more to be about than a token.
SHEETS = {
    "repair": sample_sheets.repair, "hotline": sample_sheets.hotline,
    "delete-key": sample_sheets.delete_key, "delete-data": sample_sheets.delete_data,
}  # fmt: skip
QUIET = 0.02
#: Certificates are read a moment after they are chosen: whoever walks through the list does not want them all.
UNHURRIED = {"certificates": 0.15}
#: Whoever waits for more than this waits for something that does not come.
PATIENCE = 5.0


def settle(quiet: float = QUIET) -> None:
    """Until nothing that was started is under way for a moment, and everything that was wanted is laid out."""
    begun = still = time.monotonic()
    while time.monotonic() - still < quiet and time.monotonic() - begun < PATIENCE:
        QTest.qWait(1)
        time.sleep(0.001)  # lets the workers work
        if any(thread.name == "job" for thread in threading.enumerate()) or more_to_come():
            still = time.monotonic()


def more_to_come() -> bool:
    """Something waits for its picture."""
    return any(top.findChild(QTimer, NAME) for top in QApplication.topLevelWidgets())


def paint_all() -> None:
    """Everything that comes in later pictures is there, and laid out."""
    while more_to_come():
        QTest.qWait(2)
    QTest.qWait(5)


def open_page(window: Window, scene: str) -> None:
    """Show a page as its scene wants it."""
    page, which, view = PAGES[scene]
    window.screen.choices.choose(view=view)
    window.screen.show(getattr(sample, which)())
    window.open_page(page)
    settle(UNHURRIED.get(page, QUIET))


def open_dialog(window: Window, name: str) -> None:
    """Open it for the first token, or for its certificate."""
    if name in SHEETS:
        window.screen.lay(SHEETS[name](window.screen))
        settle()
        return
    about = window.screen.glance.tokens[0].certificates[0] if name in CERTIFICATE else None
    window.screen.errands.run(name, sample.HK if ERRANDS[name].token else None, about)
    settle()
