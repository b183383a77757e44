"""A signal ends the program as a person does: at once, in order, and without a word."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ground.tree import ROOT
from tokenmgr import settings
from tokenmgr.settings import Settings
from tokenmgr.ui.agreed_texts import VERSION

if TYPE_CHECKING:
    from pathlib import Path

#: Says when everything stands, and does not look for the modules of this computer.
STARTED = """
import sys
from PySide6.QtCore import QTimer
import tokenmgr.providers.pkcs11.discover as modules
from tokenmgr import desktop
from tokenmgr.ui.program import Program
modules.discover = lambda *place, **more: []
heed = Program.heed_signals
def heeding(self):
    heed(self)
    self.screen.glanced.connect(lambda glance: glance.loading or print("ready", flush=True))
Program.heed_signals = heeding
sys.exit(desktop.window(sys.argv[1:]))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_heeded_while_nothing_happens(number: signal.Signals, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    settings.write(home / "settings.json", Settings(welcomed=VERSION, autostart_asked=True))
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"}
    environment["XDG_RUNTIME_DIR"] = str(tmp_path)
    command = [sys.executable, "-c", STARTED, "--home", str(home)]
    running = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stdout.readline() == "ready\n"
    running.send_signal(number)
    _out, said = running.communicate(timeout=30)
    assert (running.returncode, said.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
    assert settings.read(home / "settings.json").window
