"""Caps Lock, as a system tells it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tokenmgr.system.caps_lock import caps_lock


@pytest.mark.parametrize("window_system", ["offscreen", "wayland", ""])
def test_where_nobody_answers_nobody_knows(window_system: str) -> None:
    assert caps_lock(window_system) is None


def test_a_system_that_is_not_here_is_no_trouble() -> None:
    assert caps_lock("windows" if sys.platform != "win32" else "cocoa") is None


PROGRAM = """
import subprocess, time
from tokenmgr.system.caps_lock import caps_lock
print(caps_lock("xcb"))
for wanted in (True, False):
    subprocess.run(["xdotool", "key", "Caps_Lock"], check=True)
    deadline = time.monotonic() + 5
    while caps_lock("xcb") is not wanted and time.monotonic() < deadline:
        time.sleep(0.01)
    print(caps_lock("xcb"))
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
        source = Path(__file__).parents[2] / "src"
        environment = {**os.environ, "DISPLAY": display, "PYTHONPATH": str(source)}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, timeout=60, check=True
        )
    finally:
        server.terminate()
        server.wait(10)
    assert done.stdout.split() == ["False", "True", "False"]
