"""Pages are made ready in pieces, and never a type of Qt outside the window's thread."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.ui import foreign_types
from tokenmgr.ui.ahead import BELOW, DIALOGS, FOLDERS, Ahead, below, modules_of
from tokenmgr.ui.bridge import Bridge
from tokenmgr.ui.window import PAGES

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

#: A worker's part first, then the window's: what the second loads besides the window's own modules.
PROGRAM = """
import sys
from tokenmgr.ui import ahead
from tokenmgr.ui.program import Program
from tokenmgr.ui import looking, assistant, log_keeper, update_watch
import tokenmgr.actions.glance
ahead.BREATH_SECONDS = 0
names = ahead.below()
assert not [each for each in sys.modules if each.startswith("tokenmgr.ui.panels.") and each.count(".") > 3]
before = set(sys.modules)
for name in names:
    __import__(name)
ours = (each for each in set(sys.modules) - before if each.startswith(("tokenmgr.", "cryptography")))
print(*sorted(each for each in ours if not each.startswith("tokenmgr.ui")))
"""


def test_a_worker_loads_all_that_pages_stand_on() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_nothing_of_qt_is_below() -> None:
    program = (
        "import sys\nfrom importlib import import_module\n"
        f"for name in {BELOW}: import_module('tokenmgr.' + name)\n"
        "print([each for each in sys.modules if each.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_page_comes_after_its_parts() -> None:
    assert set(FOLDERS) == {where.partition(".")[0] for where in PAGES.values()}
    for folder in FOLDERS:
        assert modules_of(folder)[-1] == f"tokenmgr.ui.panels.{folder}.page"


def test_one_at_a_time_until_all_are_there(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tokenmgr.ui.ahead.BREATH_SECONDS", 0)
    monkeypatch.setattr("tokenmgr.ui.ahead.REST_MS", 1)
    bridge = Bridge()
    loaded: list[str] = []
    Ahead(bridge, bridge, loaded.append)
    qtbot.waitUntil(lambda: loaded[-1:] == [*DIALOGS], timeout=20_000)
    assert loaded == below()
    assert len(set(loaded)) == len(loaded) > 40


def test_the_watch_sees_what_it_is_for() -> None:
    """A class made elsewhere is noted; this one is forgiven."""
    program = (
        "import threading\nfrom tests.ui import foreign_types\nfrom PySide6.QtWidgets import QWidget\n"
        "foreign_types.watch()\n"
        "def elsewhere():\n    class Made(QWidget): pass\n    import PySide6.QtSvg\n"
        "class Here(QWidget): pass\n"
        "thread = threading.Thread(target=elsewhere, name='job')\nthread.start()\nthread.join()\n"
        "print(foreign_types.found)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "Made in job" in done.stdout
    assert "import PySide6.QtSvg in job" in done.stdout
    assert "Here" not in done.stdout
    assert foreign_types.found == []
