"""The longest time the window keeps a person waiting, while modules misbehave and long lists load."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from tests.beds import shim as shim_bed
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tools.bench.listing import certificates
from tools.bench.report import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PIN, SO_PIN = "123456", "87654321"
#: A frame at 60 a second, and what nobody may ever see.
FRAME, NEVER = 16.0, 50.0
SECONDS, TOO_LONG = 8, 60.0

#: The program, with a clock that ticks as often as the window's thread lets it.
DRIVER = """
import json, sys, time
from PySide6.QtCore import QTimer, Qt
from tokenmgr.ui import program as program_module
seconds, steps = float(sys.argv[1]), json.loads(sys.argv[2])
sys.argv[1:3] = []
gaps, last = [], [None]
def tick():
    now = time.perf_counter()
    if last[0] is not None:
        gaps.append((now - last[0]) * 1000)
    last[0] = now
begun = program_module.Program.start
def start(self):
    begun(self)
    clock = QTimer(self)
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.timeout.connect(tick)
    QTimer.singleShot(1500, lambda: clock.start(1))  # opening is another measure
    for number, step in enumerate(steps):
        QTimer.singleShot(int(2000 + number * 400), lambda step=step: self.window.open_page(step))
    def end():
        gaps.sort()
        print(json.dumps([gaps[-1], gaps[int(len(gaps) * 0.999)], len(gaps)]), flush=True)
        import os
        os._exit(0)
    QTimer.singleShot(int(seconds * 1000), end)
program_module.Program.start = start
from tokenmgr.__main__ import main
main()
"""
PAGES = ["certificates", "tokens", "home", "certificates", "history", "home"]


def figures(folder: Path, env: Mapping[str, str]) -> Iterator[Figure]:
    """A module that hangs, one that crashes, a thousand certificates."""
    why_not = shim_bed.available()
    for name, fault in (("hangs", "hang"), ("crashes", "segv")):
        measure = f"longest stall while a module {name}"
        if why_not:
            yield Figure.missing(measure, why_not)
            continue
        hsm = SoftHsm(folder / name)
        hsm.add_token("card", PIN, SO_PIN)
        shim = Shim(hsm, folder / f"{name}-shim", fault=f"C_GetTokenInfo:{fault}")
        yield stall(measure, folder / f"{name}-home", {**env, **shim.env}, str(shim.module))
    large = SoftHsm(folder / "large")
    large.add_token("large", PIN, SO_PIN)
    large.add_certificates("large", PIN, list(certificates(1000)))
    module = str(large.module)
    yield stall("longest stall while 1000 certificates load", folder / "large-home", {**env, **large.env}, module)


def agreed(home: Path, page: str = "home") -> Path:
    """A home whose user has been welcomed already: before that nothing is looked at."""
    from tokenmgr.ui.agreed_texts import VERSION

    home.mkdir(parents=True, exist_ok=True)
    chosen = {"welcomed": VERSION, "autostart_asked": True, "page": page}
    (home / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")
    return home


def stall(measure: str, home: Path, env: Mapping[str, str], module: str) -> Figure:
    """The longest gap between two ticks of a millisecond's clock."""
    options = ["--home", str(agreed(home)), "--module", module]
    command = [sys.executable, "-c", DRIVER, str(SECONDS), json.dumps(PAGES), *options]
    with TemporaryFile("w+") as said, TemporaryFile("w+") as wrong:
        # Files, no pipes, and a group of its own: a module that hangs outlives the program, and would hold both open.
        running = subprocess.Popen(command, env=env, stdout=said, stderr=wrong, start_new_session=True)
        with suppress(subprocess.TimeoutExpired):
            running.wait(TOO_LONG)
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        code = running.wait()
        answers, errors = _lines(said), _lines(wrong)
    if code or not answers:
        return Figure.missing(measure, errors[-1] if errors else "no answer")
    worst, rest, count = json.loads(answers[-1])
    print(f"  {measure}: worst {worst:.1f} ms, 99.9 % of {count} ticks within {rest:.1f} ms")
    return Figure(measure, f"{worst:.1f} ms", "", f"{worst:.1f} ms", f"<= {FRAME:.0f} ms", worst <= FRAME)


def _lines(file: IO[str]) -> list[str]:
    file.seek(0)
    return file.read().splitlines()
