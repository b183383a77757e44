"""`start` as a person without a screen meets it: until the window can be looked at, then it is closed again."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHERE = re.compile(r"VNC viewer at 127\.0\.0\.1:(\d+)")
#: A window that does not stay open was none.
STAYS_SECONDS = 6.0


def main() -> int:
    """0: the table was printed, and a window stayed open behind a VNC server of this machine's own."""
    began = time.monotonic()
    command = [sys.executable, str(ROOT / "tools" / "dev.py"), "start"]
    starting = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    port = told(starting)
    if port is None:
        return starting.wait() or 1
    print(f"to the window: {time.monotonic() - began:.1f} s", flush=True)
    greeting = greeted(port)
    time.sleep(STAYS_SECONDS)
    windows = processes()
    print(f"the server says {greeting!r}; windows: {windows}", flush=True)
    stays = starting.poll() is None and len(windows) == 1 and greeting.startswith(b"RFB")
    os.killpg(starting.pid, signal.SIGINT)
    starting.wait()
    return 0 if stays else 1


def told(starting: subprocess.Popen[str]) -> int | None:
    """The port the one printed line names; everything else is passed on."""
    for line in starting.stdout or ():
        print(line, end="", flush=True)
        found = WHERE.search(line)
        if found:
            return int(found[1])
    return None


def greeted(port: int) -> bytes:
    """What a VNC server says first."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        return line.recv(12)


def processes() -> list[int]:
    """Every process of the window's program."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if any(word.endswith(b"/bin/tokenmgr") for word in words[:2]):
            found.append(int(folder.name))
    return found


if __name__ == "__main__":
    sys.exit(main())
