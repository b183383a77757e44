"""The window: how soon it is painted and shows certificates, what it costs asleep, how long it keeps one waiting."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.beds import desktop
from tests.beds.desktop import Desktop
from tools import screenless
from tools.bench import window_stalls
from tools.bench.plugging import idle
from tools.bench.processes import family, pss_megabytes, usual
from tools.bench.report import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.beds.pcsc import PcscBed
    from tests.beds.softhsm import SoftHsm

ROUNDS = 11
SETTLED_SECONDS = 6.0
#: Of the peer's memory.
SHARE = 0.6
PEER = "nitrokeyapp==2.7.1"
PIN = "123456"

SAY = "import os, time\ndef say():\n    os.write(1, b'%.6f\\n' % time.monotonic()); os._exit(0)\n"
#: A window with a label, as bare as it can be; with a module's path it first lists the certificates there.
BARE = (
    SAY
    + """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        say()
application = QApplication([])
text = "hello"
if sys.argv[1:]:
    import pkcs11
    from pkcs11 import Attribute, ObjectClass
    found = []
    with pkcs11.lib(sys.argv[1]).get_token(token_label="bench").open() as session:
        found += [each[Attribute.VALUE] for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})]
    assert len(found) == 4, found
    text = "\\n".join(each.hex()[:40] for each in found)
window = Window()
window.setCentralWidget(QLabel(text))
window.resize(1200, 748)
window.show()
application.exec()
"""
)
#: Ours, told apart only by what is waited for.
OURS = (
    SAY
    + """
import sys
what = sys.argv.pop(1)
import gc
gc.disable()  # the window's own door does so first of all
if what == "paint":
    from tokenmgr.ui.window import Window
    painted = Window.paintEvent
    def paint(self, event):
        painted(self, event)
        say()
    Window.paintEvent = paint
else:
    from tokenmgr.ui.panels.certificates.row_painter import RowPainter
    rows, painted = set(), RowPainter.paint
    def paint(self, painter, option, index):
        painted(self, painter, option, index)
        rows.add(index.row())
        if len(rows) == 4:
            say()
    RowPainter.paint = paint
from tokenmgr.__main__ import main
main()
"""
)


def soft(hsm: SoftHsm, folder: Path) -> Iterator[Figure]:
    """Starting, against a bare window; both on the same display."""
    with display() as where:
        env = usual({**hsm.env, **where})
        home = remembering(hsm, folder, env)
        door = [sys.executable, "-c", OURS]
        ours, bare = in_turns([*door, "paint", "--home", str(home)], [sys.executable, "-c", BARE], env)
        yield Figure.ratio("start -> window painted", ours, bare, 1.15)
        theirs = [sys.executable, "-c", BARE, str(hsm.module)]
        ours, listed = in_turns([*door, "certificates", "--home", str(home)], theirs, env)
        yield Figure.ratio("start -> 4 known certificates on screen", ours, listed, 1.0)
        yield from memory(window_stalls.agreed(folder / "memory-home"), folder, env)
        yield from window_stalls.figures(folder / "stalls", env)


def card(bed: PcscBed, module: str, folder: Path, idle_minutes: float) -> Iterator[Figure]:
    """Asleep in the tray of a real desktop, with a token in: the one that was plugged last."""
    measure = "tray, token in"
    if why := desktop.available():
        yield Figure.missing(measure, why)
        return
    with Desktop(folder / "desktop") as desk:
        desk.parts("own", name=desktop.TRAY)
        home = window_stalls.agreed(folder / "idle-home")
        command = [sys.executable, "-m", "tokenmgr", "--hidden", "--home", str(home), "--module", module]
        running = desk.start(command, **bed.env())
        desktop.until(lambda: desk.parts("items"), "an icon in the tray")
        time.sleep(SETTLED_SECONDS)
        figure = idle(running.pid, idle_minutes)
        yield figure._replace(measure=f"{measure}: {figure.measure}")


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """An X display of the bench's own."""
    number = screenless.free_display()
    command = ["Xvfb", f":{number}", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not Path(f"/tmp/.X11-unix/X{number}").exists():  # noqa: S108 - X11's own place
            time.sleep(0.02)
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def remembering(hsm: SoftHsm, folder: Path, env: Mapping[str, str]) -> Path:
    """A home in which four certificates were seen before, and whose window opens on them."""
    home = folder / "window-home"
    code = """
import sys
from tokenmgr import desktop
from tokenmgr.cli.wishes import Wishes
home, module = sys.argv[1:]
parts = desktop.parts(Wishes(home=home, modules=(module,)))
desk = parts.build()
glance = parts.take(desk, parts.values, False)
assert len(glance.certificates) == 4, glance
desk.close()
"""
    subprocess.run([sys.executable, "-c", code, str(home), str(hsm.module)], env=env, check=True)
    return window_stalls.agreed(home, "certificates")


def in_turns(ours: list[str], theirs: list[str], env: Mapping[str, str]) -> tuple[float, float]:
    """Medians in milliseconds from the start of a process to the moment it names."""
    pairs = [(_until(ours, env), _until(theirs, env)) for _ in range(ROUNDS + 1)][1:]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _until(command: list[str], env: Mapping[str, str]) -> float:
    began = time.monotonic()
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if not done.stdout:
        raise RuntimeError(done.stderr)
    return (float(done.stdout.split()[0]) - began) * 1000


@contextmanager
def program(home: Path, env: Mapping[str, str], *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program as a person starts it."""
    running = subprocess.Popen([sys.executable, "-m", "tokenmgr", "--home", str(home), *arguments], env=env)
    try:
        yield running
    finally:
        running.terminate()
        running.wait()


def memory(home: Path, folder: Path, env: Mapping[str, str]) -> Iterator[Figure]:
    """The window's process against a peer's, each open on its first page and settled."""
    measure = "memory (PSS) of the window"
    peer = folder / "peer"
    installed = subprocess.run([sys.executable, "-m", "venv", peer], check=False).returncode == 0
    pip = [str(peer / "bin" / "python"), "-m", "pip", "install", "-q", PEER]
    if not installed or subprocess.run(pip, check=False).returncode != 0:
        yield Figure.missing(measure, f"{PEER} could not be installed here")
        return
    with program(home, env, "--practice"):
        time.sleep(SETTLED_SECONDS)  # its keys are made at the first start, once in a life
    with program(home, env, "--practice") as running:
        time.sleep(SETTLED_SECONDS)
        ours = pss_megabytes(running.pid)
        print("  with its children:", " ".join(f"{pss_megabytes(pid):.1f}" for pid in family(running.pid)), "MB")
    with subprocess.Popen(
        [peer / "bin" / "nitrokeyapp"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as other:
        time.sleep(SETTLED_SECONDS)
        theirs = pss_megabytes(other.pid)
        other.terminate()
    found = ours / theirs
    yield Figure(measure, f"{ours:.1f} MB", f"{theirs:.1f} MB", f"{found:.2f}x", f"<= {SHARE}x", found <= SHARE)
