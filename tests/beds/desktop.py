"""A desktop of a test's own: a screen, a window manager, a session bus, and whoever reads windows to the blind.

    with Desktop(folder) as desktop:
        desktop.parts("own", name=TRAY)                 # now there is a tray
        program = desktop.start([python, "-m", "tokenmgr"])
        desktop.parts("menu")

Nothing of it is the computer's own: another X server, another bus, no service that the bus could start by itself.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
TRAY = "org.kde.StatusNotifierWatcher"
NOTICES = "org.freedesktop.Notifications"
READER = Path("/usr/libexec/at-spi-bus-launcher")
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool")
MODULES = "import gi; gi.require_version('Atspi', '2.0'); import pyatspi; from gi.repository import Gio"
SIZE = "1400x900x24"
PATIENCE = 20.0
BUS = """<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy>
</busconfig>"""


def available() -> str:
    """Why this bed cannot run here, or nothing."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    if not READER.exists():
        return "not installed: at-spi2-core"
    found = subprocess.run([SYSTEM_PYTHON, "-c", MODULES], capture_output=True, check=False)
    return "" if found.returncode == 0 else "not installed: python3-pyatspi gir1.2-atspi-2.0"


def until(true: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
    """Wait for it; what it was in the end."""
    late = time.monotonic() + seconds
    while not (found := true()):
        if time.monotonic() > late:
            raise TimeoutError(what)
        time.sleep(0.05)
    return found


class Talk:
    """A program that is asked by lines of JSON and answers by lines of JSON."""

    def __init__(self, command: Sequence[str], env: dict[str, str]) -> None:
        self._command = " ".join(command)
        self._process = subprocess.Popen(
            command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._hear()

    def __call__(self, do: str, **more: Any) -> Any:
        """Ask; AssertionError where it could not be done."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._process.stdin.flush()
        answer = self._hear()
        assert "failed" not in answer, answer["failed"]
        return answer.get("is")

    def _hear(self) -> dict[str, Any]:
        assert self._process.stdout
        timer = threading.Timer(PATIENCE * 3, self._process.kill)
        timer.start()
        line = self._process.stdout.readline()
        timer.cancel()
        assert line, f"{self._command} ended"
        heard: dict[str, Any] = json.loads(line)
        return heard

    def close(self) -> None:
        """Its standard input ends, and so does it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


class SessionBus:
    """A bus of a test's own, and on it the parts of a desktop that tests play."""

    def __init__(self, folder: Path, env: dict[str, str] | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._socket, self._config = folder / "bus", folder / "bus.conf"
        self.address = f"unix:path={self._socket}"
        # Both: what the system would say is said here too, and only here.
        given = {"DBUS_SESSION_BUS_ADDRESS": self.address, "DBUS_SYSTEM_BUS_ADDRESS": self.address}
        self.env = {**(env or os.environ), **given}

    def __enter__(self) -> Self:
        self._config.write_text(BUS.format(socket=self._socket))
        command = ["dbus-daemon", f"--config-file={self._config}", "--nofork"]
        self._daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(self._socket.exists, "a session bus")
        self.parts = Talk([SYSTEM_PYTHON, str(HERE / "desktop_parts.py")], self.env)
        return self

    def __exit__(self, *_error: object) -> None:
        self.parts.close()
        self._daemon.terminate()
        self._daemon.wait()


class Desktop:
    """Everything in it is a process that this started, and that it ends."""

    def __init__(self, folder: Path, *, size: str = SIZE) -> None:
        self._folder = folder
        self._size = size
        self._started: list[subprocess.Popen[Any]] = []
        self._talks: list[Talk] = []
        folder.mkdir(parents=True, exist_ok=True)
        self._bus = SessionBus(folder, self._environment())
        self.env = self._bus.env

    def _environment(self) -> dict[str, str]:
        ours = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_", "QT_", "XDG_", "AT_SPI", "LC_", "LANG")
        env = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        run, home = self._folder / "run", self._folder / "home"
        for each in (run, home):
            each.mkdir(mode=0o700, exist_ok=True)
        return env | {
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(run),
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def __enter__(self) -> Self:
        self._bus.__enter__()
        self.parts = self._bus.parts
        try:
            self._screen()
            self._run(["openbox", "--sm-disable"])
            self._run([str(READER), "--launch-immediately"])
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        for talk in reversed(self._talks):
            talk.close()
        for process in reversed(self._started):
            self.stop(process)
        self._bus.__exit__()

    def _screen(self) -> None:
        """The server chooses a free number itself, and says so when it is ready."""
        tells, says = os.pipe()
        command = ["Xvfb", "-displayfd", str(says), "-screen", "0", self._size, "-nolisten", "tcp"]
        self._run(command, pass_fds=(says,))
        os.close(says)
        with os.fdopen(tells) as told:
            self.env["DISPLAY"] = f":{told.readline().strip()}"

    def _run(self, command: list[str], **more: Any) -> subprocess.Popen[Any]:
        process = subprocess.Popen(
            command, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, **more
        )
        self._started.append(process)
        return process

    def start(self, command: Sequence[str], **env: str) -> subprocess.Popen[bytes]:
        """A program on this desktop; what it says is kept beside it."""
        with (self._folder / "said.txt").open("ab") as said:
            process = subprocess.Popen(command, env=self.env | env, stdout=said, stderr=said, start_new_session=True)
        self._started.append(process)
        return process

    @property
    def said(self) -> str:
        """What the programs printed."""
        return (self._folder / "said.txt").read_text(encoding="utf-8", errors="replace")

    @staticmethod
    def stop(process: subprocess.Popen[Any]) -> None:
        """With everything it started."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, how)
                process.wait(5)
            except ProcessLookupError:
                process.wait()
                return
            except subprocess.TimeoutExpired:
                continue

    def reader(self) -> Talk:
        """Whoever reads windows to the blind: see at_spi.py."""
        talk = Talk([SYSTEM_PYTHON, str(HERE / "at_spi.py")], self.env)
        self._talks.append(talk)
        return talk

    def windows(self, title: str) -> list[str]:
        """The numbers of the windows on the screen whose title holds this."""
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        found = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        return found.stdout.split()

    def in_front(self) -> str:
        """The number of the window that keys go to; a new one has them a moment after it shows."""
        command = ["xdotool", "getactivewindow"]
        return subprocess.run(command, env=self.env, capture_output=True, text=True, check=False).stdout.strip()

    def tool(self, *words: str) -> str:
        """xdotool: keys and mouse, as from outside."""
        done = subprocess.run(["xdotool", *words], env=self.env, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def picture(self, path: Path) -> None:
        """What the screen shows."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True)
