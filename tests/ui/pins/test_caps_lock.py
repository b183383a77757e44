"""Caps Lock, as far as letters tell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tokenmgr.ui.pins.caps_lock import caps_lock, typed_with_caps


@pytest.mark.parametrize(
    ("text", "shift", "on"),
    [
        ("a", False, False),
        ("A", False, True),
        ("a", True, True),
        ("A", True, False),
        ("1", False, None),
        ("!", True, None),
        ("中", False, None),
        ("", False, None),
        ("ab", False, None),
    ],
)
def test_a_letter_tells_where_the_system_does_not(text: str, shift: bool, on: bool | None) -> None:
    assert typed_with_caps(text, shift=shift) is on


def test_where_nobody_answers_nobody_knows(qapp: object) -> None:
    assert caps_lock() is None


PROGRAM = """
import subprocess, sys, time
from PySide6.QtWidgets import QApplication
from tokenmgr.ui.pins.caps_lock import caps_lock
application = QApplication([])
print(caps_lock())
for wanted in (True, False):
    subprocess.run(["xdotool", "key", "Caps_Lock"], check=True)
    deadline = time.monotonic() + 5
    while caps_lock() is not wanted and time.monotonic() < deadline:
        time.sleep(0.01)
    print(caps_lock())
"""


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="no X server to ask")
def test_an_x_server_tells() -> None:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    try:
        os.close(writing)
        with os.fdopen(reading) as told:
            display = f":{told.readline().strip()}"
        source = Path(__file__).parents[3] / "src"
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(source)}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, timeout=60, check=True
        )
    finally:
        server.terminate()
        server.wait(10)
    assert done.stdout.split() == ["False", "True", "False"]
