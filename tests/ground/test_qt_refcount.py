"""The Qt in use keeps the reference counts of None and True.

PySide6 6.12.0 loses one with nearly every call on Python 3.11, and the program aborts after some minutes. Short
tests never see it, so this one works Qt for 20 seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.ground.qt import needs_qt

SECONDS = 20

SOAK = """
import sys
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel


class Speaker(QObject):
    said = Signal(bool)


application = QApplication([])
label = QLabel()
label.show()
speaker = Speaker()
speaker.said.connect(label.setEnabled)
ticks = 0


def tick():
    global ticks
    ticks += 1
    speaker.said.emit(ticks % 2 == 0)
    label.setText(str(ticks))


timer = QTimer(interval=1)
timer.timeout.connect(tick)
timer.start()
QTimer.singleShot(int(float(sys.argv[1]) * 1000), application.quit)
before = [sys.getrefcount(each) for each in (None, True, False)]
application.exec()
after = [sys.getrefcount(each) for each in (None, True, False)]
print(ticks, *(b - a for a, b in zip(before, after)))
"""


@needs_qt
def test_none_and_true_keep_their_references() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SOAK, str(SECONDS)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=SECONDS * 3,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ticks, *changes = map(int, done.stdout.split())
    assert ticks > SECONDS * 100
    assert min(changes) > -100, f"references of None, True, False lost in {ticks} ticks: {changes}"
