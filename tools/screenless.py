"""A screen for a computer that has none: an X display of its own, looked at through VNC from this machine alone."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tools.say import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = "1280x840"
FIRST, LAST = 60, 99
#: A display's port is this and its number.
VNC_PORT = 5900
PATIENCE = 15.0
#: VNC looks at no more than eight characters.
PASSWORD_LENGTH = 8


def has_screen() -> bool:
    """Whether a window can be shown as things are."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """What to add to the environment so that windows appear; says how to look at them where that needs saying."""
    if has_screen():
        yield {}
        return
    if not shutil.which("Xvnc"):
        raise Problem(
            "no screen here, and no Xvnc to make one", "sudo apt-get install tigervnc-standalone-server openbox"
        )
    number = free_display()
    password = secrets.token_hex(PASSWORD_LENGTH // 2)
    with tempfile.TemporaryDirectory() as folder:
        display = start(number, password, Path(folder))
        port = VNC_PORT + number
        print(
            f"No screen here. Look at the window with a VNC viewer at 127.0.0.1:{port}, password {password}"
            f" (from another computer: ssh -L {port}:127.0.0.1:{port} this-computer first).",
            flush=True,
        )
        try:
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            for process in reversed(display):
                process.terminate()
                process.wait()


def free_display() -> int:
    """A number that no display and no port has."""
    for number in range(FIRST, LAST):
        with socket.socket() as probe:
            busy = probe.connect_ex(("127.0.0.1", VNC_PORT + number)) == 0
        if not busy and not Path(f"/tmp/.X11-unix/X{number}").exists():  # noqa: S108 - X11's own place
            return number
    raise Problem("every display from :60 to :98 is taken", "end what runs there")


def start(number: int, password: str, folder: Path) -> list[subprocess.Popen[bytes]]:
    """The display, and a window manager on it where there is one."""
    secret = folder / "password"
    scrambled = subprocess.run(["vncpasswd", "-f"], input=password.encode(), stdout=subprocess.PIPE, check=True).stdout
    secret.touch(0o600)
    secret.write_bytes(scrambled)
    options = ["-localhost", "-SecurityTypes", "VncAuth", "-PasswordFile", str(secret)]
    options += ["-geometry", SIZE, "-depth", "24"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    display = [subprocess.Popen(["Xvnc", f":{number}", *options], **quiet)]  # type: ignore[call-overload]
    deadline = time.monotonic() + PATIENCE
    while not Path(f"/tmp/.X11-unix/X{number}").exists():  # noqa: S108 - X11's own place
        if display[0].poll() is not None or time.monotonic() > deadline:
            raise Problem("Xvnc did not start", "run it by hand and see what it says: Xvnc :77 -localhost")
        time.sleep(0.02)
    if shutil.which("openbox"):
        environment = {**os.environ, "DISPLAY": f":{number}"}
        display.append(subprocess.Popen(["openbox"], env=environment, **quiet))  # type: ignore[call-overload]
    return display
