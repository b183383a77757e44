"""Every page and dialog, by name, as tests open them: with sample tokens, and nothing behind."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.ui import sample
from tokenmgr.ui.errands import ERRANDS

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
QUIET_ROUNDS = 20
#: Whoever waits for more than this waits for something that does not come.
PATIENCE = 5.0


def settle() -> None:
    """Until nothing that was started is under way, and everything that was wanted is laid out."""
    deadline = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < QUIET_ROUNDS and time.monotonic() < deadline:
        working = any(thread.name == "job" for thread in threading.enumerate())
        QTest.qWait(1)  # also lets the workers work
        quiet = 0 if working else quiet + 1


def open_page(window: Window, scene: str) -> None:
    """Show a page as its scene wants it."""
    page, which, view = PAGES[scene]
    window.screen.choices.choose(view=view)
    window.screen.show(getattr(sample, which)())
    window.open_page(page)
    settle()


def open_dialog(window: Window, name: str) -> None:
    """Open it for the first token, or for its certificate."""
    about = window.screen.glance.tokens[0].certificates[0] if name in CERTIFICATE else None
    window.screen.errands.run(name, sample.HK if ERRANDS[name].token else None, about)
    settle()
