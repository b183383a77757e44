"""A Windows of its own in a folder, by wine: for the proof of the installers, never for what ships.

Everything is started by its Windows path and on pipes: a program started by its Linux path believes it lies on Z:, and
Python under wine cannot use a plain file as its output.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from pathlib import Path
from typing import NamedTuple

AID = Path(__file__).resolve().parent / "aid"
CRYPTOKI = Path(__file__).resolve().parents[2] / "tests" / "beds" / "shim_source"
SECONDS = 600
#: No menus in the desktop of whoever runs this, no offers to install .NET and a browser.
OVERRIDES = "winemenubuilder.exe=d;mscoree=;mshtml="


class Said(NamedTuple):
    """How a program ended."""

    code: int
    text: str
    seconds: float


class Seen(NamedTuple):
    """What there was at one moment."""

    files: frozenset[str]
    #: Keys, and values as "key|name=data".
    registry: frozenset[str]


class Reading:
    """What a program says, while it says it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._pipe, self._parts = process.stdout, list[bytes]()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while self._pipe and (part := os.read(self._pipe.fileno(), 65536)):
            self._parts.append(part)

    def text(self) -> str:
        """Once the program has ended, all of it is in the pipe."""
        self._thread.join(0.3)
        return b"".join(self._parts).decode("utf-8", "replace").replace("\r\n", "\n")


class Windows:
    """One installation of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.drive = folder / "drive_c"
        self._env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "WINE"))}
        self._env |= {"WINEPREFIX": str(folder), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": OVERRIDES, "PYTHONUTF8": "1"}

    def make(self, version: str = "win10") -> None:
        """Set it up, with the one function that it lacks."""
        self.run("wineboot", "-i")
        self.settle()
        self.run("winecfg", "-v", version)
        compiled(AID / "bcryptprimitives.c", self.drive / "windows" / "system32" / "bcryptprimitives.dll", "-ladvapi32")
        self.settle()

    def tell(self, environment: dict[str, str]) -> None:
        """What every program is told from now on."""
        self._env |= environment

    def run(self, *command: str, typed: str = "", seconds: float = SECONDS) -> Said:
        """One program, to its end. Not to the end of its output: services that wine starts on the way hold that too."""
        since = time.monotonic()
        process = self.start(*command)
        read = Reading(process)
        if process.stdin:
            process.stdin.write(typed.encode())
            process.stdin.close()
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        took = time.monotonic() - since
        return Said(code, read.text(), took)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """One program, which goes on."""
        line, pipe, same = ["wine", *command], subprocess.PIPE, subprocess.STDOUT
        return subprocess.Popen(line, env=self._env, stdin=pipe, stdout=pipe, stderr=same)

    def settle(self) -> None:
        """Until everything has ended and the registry is on disk; what does not end within a minute is ended."""
        try:
            subprocess.run(["wineserver", "-w"], env=self._env, check=False, timeout=60)
        except subprocess.TimeoutExpired:
            self.stop()

    def stop(self) -> None:
        """End all that runs in it, and nothing else."""
        subprocess.run(["wineserver", "-k", "-w"], env=self._env, check=False, timeout=60)

    def look(self) -> Seen:
        """Every file and the whole registry."""
        self.settle()
        files = (path.relative_to(self.drive).as_posix() for path in self.drive.rglob("*"))
        hives = (("HKLM", "system.reg"), ("HKCU", "user.reg"))
        return Seen(frozenset(files), frozenset(line for name, file in hives for line in self._hive(name, file)))

    def _hive(self, name: str, file: str) -> list[str]:
        key, lines = "", []
        for line in (self.folder / file).read_text("utf-8", "replace").replace("\\\n", "").splitlines():
            if line.startswith("["):
                key = name + "\\" + line[1:].rpartition("]")[0].replace("\\\\", "\\")
                lines.append(key)
            elif line[:1] in {'"', "@"}:
                lines.append(f"{key}|{line}")
        return lines

    def there(self, path: str) -> Path:
        """A Windows path, seen from here."""
        return self.drive / path.removeprefix("C:\\").replace("\\", "/")


def compiled(source: Path, library: Path, *more: str) -> None:
    """One of the aids, by mingw."""
    flags = ["-shared", "-O1", "-Wall", "-Wno-cast-function-type", f"-I{CRYPTOKI}"]
    command = ["x86_64-w64-mingw32-gcc", *flags, "-o", str(library), str(source), *more]
    subprocess.run(command, check=True)


def place(path: Path) -> str:
    """A path of this side, seen from there."""
    return "Z:" + str(path.resolve()).replace("/", "\\")
