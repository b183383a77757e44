"""The opencryptoki software token: a second real token that locks (after three wrong PINs; its SO sets it free).

Its daemon and its module know fixed paths only, so this bed borrows them: one test run at a time, never beside a
daemon that is already there, and a token that was there before is set aside and put back.
"""

from __future__ import annotations

import fcntl
import grp
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper

DAEMON = Path("/usr/sbin/pkcsslotd")
SOCKET = Path("/run/pkcsslotd.socket")
PID_FILE = Path("/run/pkcsslotd.pid")
STATE = Path("/var/lib/opencryptoki")
TOKEN = STATE / "swtok"
ASIDE = STATE / "swtok.set-aside-by-tests"
LOCKS = Path("/run/lock/opencryptoki")
SHARED = "var.lib.opencryptoki.*"
TURN = Path("/run/lock/opencryptoki-test-bed")
GROUP = "pkcs11"
FACTORY_SO_PIN = "87654321"
PATIENCE = 10.0
TURN_PATIENCE = 60.0


def module() -> Path | None:
    usual = (
        *Path("/usr/lib").glob("*-linux-gnu*/opencryptoki/libopencryptoki.so"),
        *Path("/usr/lib").glob("*-linux-gnu*/pkcs11/libopencryptoki.so"),
        Path("/usr/lib64/opencryptoki/libopencryptoki.so"),
        Path("/usr/lib64/pkcs11/libopencryptoki.so"),
    )
    return next((path for path in usual if path.exists()), None)


def available() -> str:
    """Why this bed cannot run here, or nothing."""
    if not DAEMON.exists() or not module():
        return "not installed: opencryptoki"
    if os.geteuid():
        return "pkcsslotd has to be started by root"
    if foreign_daemon():
        return "another pkcsslotd is running"
    return ""


def foreign_daemon() -> bool:
    """A daemon that is not a test's own: nobody has the turn, and its process is alive."""
    with TURN.open("a") as turn:
        if not take(turn):
            return False
    running = PID_FILE.read_text().strip() if PID_FILE.exists() else ""
    name = Path(f"/proc/{running}/comm") if running else PID_FILE
    return bool(running) and name.exists() and name.read_text().strip() == DAEMON.name


def take(turn: TextIOWrapper) -> bool:
    try:
        fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def until(true: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    deadline = time.monotonic() + patience
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {patience:.0f} s")
        time.sleep(0.01)


def group_folder(folder: Path) -> None:
    """What the package's own set-up makes, where systemd-tmpfiles was not there to make it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.chown(folder, group=GROUP)
    folder.chmod(0o770)


def remove_leavings() -> None:
    """What daemon and module leave behind in memory and among the locks."""
    leavings = [SOCKET, PID_FILE, *Path("/dev/shm").glob(SHARED), *LOCKS.rglob("LCK..*")]
    for leaving in leavings:
        leaving.unlink(missing_ok=True)
    for folder in (*LOCKS.glob("tpm/*"), *STATE.glob("tpm/*/TOK_OBJ"), *STATE.glob("tpm/*")):
        with suppress(OSError):  # not empty: then it is somebody's
            folder.rmdir()


class OpencryptokiBed:
    """A freshly initialised token behind a daemon of its own. A context; everything ends with it."""

    label = "Practice"

    def __init__(self, so_pin: str = "12345678", user_pin: str = "123456") -> None:
        reason = available()
        if reason:
            raise RuntimeError(reason)
        self.so_pin, self.user_pin = so_pin, user_pin
        self.module = module()
        self.turn = TURN.open("a")
        until(lambda: take(self.turn), "the other test run's turn", TURN_PATIENCE)
        self.home = Path(tempfile.mkdtemp(prefix="opencryptoki-bed-"))
        self._furnish()
        self.daemon = self._start()
        try:
            until(self._listening, "pkcsslotd")
            self._initialise()
        except BaseException:
            self.close()
            raise

    def _furnish(self) -> None:
        """An empty token folder; the one that was there, also by a run that was killed, stays aside."""
        if not any(group.gr_name == GROUP for group in grp.getgrall()):
            subprocess.run(["groupadd", "--system", GROUP], check=True)
        if TOKEN.exists() and not ASIDE.exists():
            TOKEN.rename(ASIDE)
        shutil.rmtree(TOKEN, ignore_errors=True)
        remove_leavings()
        for folder in (STATE, TOKEN, TOKEN / "TOK_OBJ", LOCKS, LOCKS / "swtok", LOCKS / "tpm"):
            group_folder(folder)

    def _start(self) -> subprocess.Popen[bytes]:
        """A daemon that ends with this process."""
        command = ["setpriv", "--pdeathsig", "TERM", str(DAEMON), "-f"]
        with (self.home / "pkcsslotd.log").open("wb") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)

    def _listening(self) -> bool:
        if self.daemon.poll() is not None:
            raise RuntimeError(f"pkcsslotd ended: {(self.home / 'pkcsslotd.log').read_text()}")
        return SOCKET.exists()

    def _initialise(self) -> None:
        self.slot = self._software_slot()
        first_user_pin = self.user_pin[::-1]
        self._configure("-I", FACTORY_SO_PIN, self.label)
        self._configure("-P", FACTORY_SO_PIN, self.so_pin, self.so_pin)
        self._configure("-u", self.so_pin, first_user_pin, first_user_pin)
        self._configure("-p", first_user_pin, self.user_pin, self.user_pin)
        shutil.copytree(TOKEN, self.home / "fresh")

    def _software_slot(self) -> int:
        listed = subprocess.run(["pkcsconf", "-t"], capture_output=True, text=True, check=True).stdout
        for number, facts in re.findall(r"Token #(\d+) Info:(.*?)(?=Token #|\Z)", listed, re.DOTALL):
            if "SoftTok" in facts:
                return int(number)
        raise RuntimeError("opencryptoki shows no software token")

    def _configure(self, what: str, *answers: str) -> None:
        """Pkcsconf asks, and takes its answers as lines, so that no PIN is on a command line."""
        command = ["pkcsconf", "-c", str(self.slot), what]
        said = "".join(f"{answer}\n" for answer in answers)
        subprocess.run(command, input=said, capture_output=True, text=True, check=True)

    def reset(self) -> None:
        """The token as it was first: PINs, tries, objects. No client may have it open."""
        for shared in Path("/dev/shm").glob(SHARED):
            shared.unlink()
        shutil.rmtree(TOKEN)
        shutil.copytree(self.home / "fresh", TOKEN)
        for path in (TOKEN, *TOKEN.rglob("*")):
            shutil.chown(path, group=GROUP)

    def close(self) -> None:
        """Safe to call twice: the second time the token folder is not this bed's any more."""
        if self.turn.closed:
            return
        if self.daemon.poll() is None:
            os.killpg(self.daemon.pid, signal.SIGTERM)
        self.daemon.wait(PATIENCE)
        remove_leavings()
        shutil.rmtree(TOKEN)
        if ASIDE.exists():
            ASIDE.rename(TOKEN)
        shutil.rmtree(self.home)
        self.turn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
