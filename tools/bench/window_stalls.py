"""The longest time the window keeps a person waiting, while modules misbehave and long lists load."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

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


def stall(measure: str, home: Path, env: Mapping[str, str], module: str) -> Figure:
    """The longest gap between two ticks of a millisecond's clock."""
    options = ["--home", str(home), "--module", module]
    command = [sys.executable, "-c", DRIVER, "8", json.dumps(PAGES), *options]
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode or not done.stdout:
        return Figure.missing(measure, done.stderr.strip().splitlines()[-1] if done.stderr else "no answer")
    worst, rest, count = json.loads(done.stdout.splitlines()[-1])
    print(f"  {measure}: worst {worst:.1f} ms, 99.9 % of {count} ticks within {rest:.1f} ms")
    return Figure(measure, f"{worst:.1f} ms", "", f"{worst:.1f} ms", f"<= {FRAME:.0f} ms", worst <= FRAME)
