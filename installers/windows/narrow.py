"""The process for 32-bit modules, made with a 32-bit Python on Windows:

    py -3.11-32 installers/windows/narrow.py FOLDER

Qt is not made for 32-bit Windows any more. This process needs none of it, only msgpack, so a part of the lock is
installed and nothing else. FOLDER goes to build.py as --narrow, which puts it beside the programs as x86.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import bundle, product
from tools.say import Problem, quietly

LOCK = product.ROOT / "requirements" / "bundle.txt"
#: What the module's process imports, and what builds it.
WANTED = frozenset({
    "altgraph", "msgpack", "packaging", "pefile", "pyinstaller", "pyinstaller-hooks-contrib", "pywin32-ctypes",
    "setuptools",
})  # fmt: skip
SPEC = Path(__file__).resolve().parent / "narrow.spec"


def lock(text: str, wanted: frozenset[str] = WANTED) -> str:
    """The part of a lock that is about these, with its digests."""
    entries = re.split(r"\n(?=\S)", text)
    kept = [entry for entry in entries if re.split(r"[=\s]", entry, maxsplit=1)[0] in wanted]
    return "\n".join([*kept, ""])


def make(place: Path) -> None:
    """The folder."""
    work = product.BUILD / "narrow-work"
    shutil.rmtree(work, ignore_errors=True)
    python = _environment(work)
    options = ("--noconfirm", "--distpath", work / "made", "--workpath", work / "work")
    _do([python, "-m", "PyInstaller", *options, SPEC], bundle.surroundings(work))
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(work / "made" / "x86", place)


def _environment(work: Path) -> Path:
    _do([sys.executable, "-m", "venv", work / "venv"])
    python = work / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    part = work / "lock.txt"
    part.write_text(lock(LOCK.read_text("utf-8")), "utf-8")
    _do([python, "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", part])
    return python


def _do(command: list[str | Path], environment: dict[str, str] | None = None) -> None:
    trouble = quietly(command, environment or {})
    if trouble:
        raise Problem(f"{command[1]} {command[2]} said:\n{trouble}", "put that right, then run this again")


def main() -> int:
    if len(sys.argv) != len(("program", "folder")):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        make(Path(sys.argv[1]).resolve())
    except (Problem, subprocess.SubprocessError) as problem:
        print(f"{product.NAME}: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
