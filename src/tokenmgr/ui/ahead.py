"""Pages are made ready before they are visited: what they stand on by a worker, they themselves here, a bit at a time.

Types of Qt are made in the window's thread only. Made elsewhere, PySide changes what this thread reads meanwhile: one
start in some hundred died of that.
"""

from __future__ import annotations

import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.ui.bridge import Bridge

#: What pages stand on; nothing of Qt is in it.
BELOW = (
    "wording.rules",
    "wording.errors",
    "wording.findings",
    "session.cache",
    "system.caps_lock",
    "ca.recognise",
    "ca.way_out",
    "actions.share",
    "actions.change_pin",
    "actions.challenge",
    "actions.unlock",
    "actions.doctor",
    "updates.place",
)
#: In the order of the sidebar; then what is wanted most often.
FOLDERS = ("home", "tokens", "certificates", "pin", "doctor", "history", "settings")
DIALOGS = ("tokenmgr.ui.dialogs.change_pin",)
#: Parts of pages that most visits do not want: they would only take memory.
LATER = {
    "tokens": {"advanced", "detail", "fact_columns", "row_menu", "subjects", "tree_model", "tree_nodes", "tree_view"},
    "doctor": {"report_of"},
    "settings": {
        "about", "browsers", "log", "modules", "notices", "package_row", "permissions", "privacy", "security", "sizes",
    },
}  # fmt: skip
BREATH_SECONDS = 0.05
#: Between two bits: the window has pictures to paint.
REST_MS = 40


def below() -> list[str]:
    """For a worker: load what pages stand on, and have the pages' own files at hand; their names."""
    for name in BELOW:
        import_module(f"tokenmgr.{name}")
        time.sleep(BREATH_SECONDS)
    names = [name for folder in FOLDERS for name in modules_of(folder)]
    for name in (*names, *DIALOGS):
        _have_at_hand(name)
    return [*names, *DIALOGS]


def modules_of(folder: str) -> list[str]:
    """The modules that a first visit of a page wants, the page itself last."""
    package = f"tokenmgr.ui.panels.{folder}"
    # pkgutil says it too, and brings 2 MB along.
    files = [file for place in import_module(package).__path__ for file in Path(place).iterdir()]
    names = {file.stem for file in files if file.suffix in {".py", ".pyc"}} - {"__init__"}
    found = sorted(names - LATER.get(folder, set()))
    return [f"{package}.{name}" for name in sorted(found, key="page".__eq__)]


def _have_at_hand(name: str) -> None:
    """Read, so that the system has it in memory; not run."""
    spec = find_spec(name)
    get_code = getattr(spec.loader, "get_code", None) if spec else None
    if get_code is not None:
        get_code(name)


class Ahead(QObject):
    """Loads one module at a time, until all are there."""

    def __init__(self, bridge: Bridge, owner: QObject, load: Callable[[str], object] = import_module) -> None:
        super().__init__(owner)
        self._load = load
        self._names: list[str] = []
        self._timer = QTimer(self, interval=REST_MS)
        self._timer.timeout.connect(self._next)
        bridge.run(below, self._begin, owner=self)

    def _begin(self, names: Sequence[str]) -> None:
        self._names = [*reversed(names)]
        self._timer.start()

    def _next(self) -> None:
        if self._names:
            self._load(self._names.pop())
        else:
            self._timer.stop()
