"""The window is painted before anything else is loaded, and what is remembered before anything is asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

#: Heavy, or reaching for what may wait. A worker may remember meanwhile, so what that takes is allowed.
NEVER_BEFORE_THE_FRAME = (
    "ast", "cryptography", "ctypes", "dataclasses", "hashlib", "inspect", "msgpack", "random", "sqlite3", "tomllib",
    "PySide6.QtDBus", "PySide6.QtNetwork", "shibokensupport.signature.loader", "tokenmgr.app", "tokenmgr.providers",
    "tokenmgr.session.desk", "tokenmgr.ui.panels", "tokenmgr.ui.sheet", "tokenmgr.ui.tray",
)  # fmt: skip
NEVER_BEFORE_THE_ROWS = (
    "ast", "cryptography", "ctypes", "dataclasses", "hashlib", "inspect", "msgpack", "sqlite3", "tomllib",
    "PySide6.QtDBus", "PySide6.QtNetwork",
    "tokenmgr.app", "tokenmgr.providers", "tokenmgr.session.desk",
    "tokenmgr.ui.panels.certificates.details", "tokenmgr.ui.sheet", "tokenmgr.ui.tray",
)  # fmt: skip
UNTIL_THE_FRAME = """
import sys
sys.argv[1:] = ["--home", sys.argv[1]]
from tokenmgr.ui.window import Window
def tell(self, _event):
    print(*sorted(sys.modules), flush=True)
    __import__("os")._exit(0)
Window.paintEvent = tell
from tokenmgr.__main__ import main
main()
"""
UNTIL_THE_ROWS = UNTIL_THE_FRAME.replace(
    "def tell(self, _event):", "paint = Window.paint_now\ndef tell(self):\n    paint(self)"
)
UNTIL_THE_ROWS = UNTIL_THE_ROWS.replace("Window.paintEvent", "Window.paint_now")


@pytest.mark.parametrize(
    ("until", "never"),
    [(UNTIL_THE_FRAME, NEVER_BEFORE_THE_FRAME), (UNTIL_THE_ROWS, NEVER_BEFORE_THE_ROWS)],
    ids=["the frame", "the rows"],
)
def test_what_is_loaded_before_a_person_sees(until: str, never: tuple[str, ...], tmp_path: Path) -> None:
    home = tmp_path / "home"
    if until is UNTIL_THE_ROWS:
        home.mkdir()
        (home / "settings.json").write_text('{"page": "certificates"}', encoding="utf-8")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", until, str(home)], env=env, capture_output=True, text=True, check=False, timeout=60
    )
    loaded = done.stdout.split()
    assert "tokenmgr.ui.program" in loaded, done.stderr
    early = [module for module in loaded if any(module == each or module.startswith(f"{each}.") for each in never)]
    assert not early, early
