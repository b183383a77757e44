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
import tokenmgr.ui
from PySide6.QtCore import QTimer, Qt
from tokenmgr.ui import program as program_module
seconds, steps, pin = float(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3]
sys.argv[1:4] = []
gaps, last, signed = [], [None], []
def tick():
    now = time.perf_counter()
    if last[0] is not None:
        gaps.append((now - last[0]) * 1000)
    last[0] = now
def sign(screen):
    from tokenmgr.actions.open_token import open_token
    from tokenmgr.model.pin import PinKind
    from tokenmgr.model.scheme import Scheme
    from tokenmgr.ui.ask import FilledAsk
    session = screen.desk.inventory.sessions[0]
    open_token(session, FilledAsk({PinKind.USER: pin}), "sign")
    [key] = session.private_keys()
    while True:
        session.sign(key, bytes(32), Scheme.RSA_PKCS1, "sha256")
        signed.append(1)
        time.sleep(0.02)  # no token is as fast as the software that stands in for it here
begun = program_module.Program.start
def start(self):
    begun(self)
    clock = QTimer(self)
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.timeout.connect(tick)
    QTimer.singleShot(1500, lambda: clock.start(1))  # opening is another measure
    for number, step in enumerate(steps):
        QTimer.singleShot(int(2000 + number * 400), lambda step=step: self.window.open_page(step))
    if pin:
        QTimer.singleShot(1600, lambda: self.bridge.run(lambda: sign(self.screen)))
    def end():
        gaps.sort()
        print(json.dumps([gaps[-1], gaps[int(len(gaps) * 0.999)], len(gaps), len(signed)]), flush=True)
        import os
        os._exit(0)
    QTimer.singleShot(int(seconds * 1000), end)
program_module.Program.start = start
from tokenmgr.__main__ import main
main()
"""
PAGES = ["certificates", "tokens", "pin", "doctor", "settings", "home", "certificates", "history", "home"]


def figures(folder: Path, env: Mapping[str, str]) -> Iterator[Figure]:
    """A module that hangs, one that crashes, one that signs all the time, a thousand certificates."""
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
    signing = SoftHsm(folder / "signing")
    signing.add_token("signing", PIN, SO_PIN)
    signing.add_key_pair("signing", PIN, b"\x51", "bench key")
    where = folder / "signing-home"
    yield stall("longest stall while a token signs", where, {**env, **signing.env}, str(signing.module), PIN)
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


def stall(measure: str, home: Path, env: Mapping[str, str], module: str, pin: str = "") -> Figure:
    """The longest gap between two ticks of a millisecond's clock; with a PIN the token signs all the time."""
    options = ["--home", str(agreed(home)), "--module", module]
    command = [sys.executable, "-c", DRIVER, str(SECONDS), json.dumps(PAGES), pin, *options]
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
    worst, rest, count, signed = json.loads(answers[-1])
    if pin and not signed:
        return Figure.missing(measure, "nothing was signed")
    more = f", {signed} signatures" if signed else ""
    print(f"  {measure}: worst {worst:.1f} ms, 99.9 % of {count} ticks within {rest:.1f} ms{more}")
    reached = rest <= FRAME and worst <= NEVER
    reach = f"99.9 % <= {FRAME:.0f}, all <= {NEVER:.0f} ms"
    return Figure(measure, f"{worst:.1f} ms", "", f"99.9 % {rest:.1f} ms", reach, reached)


def _lines(file: IO[str]) -> list[str]:
    file.seek(0)
    return file.read().splitlines()
