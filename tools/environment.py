"""The project's own Python environment in .venv: made once, renewed when a lock, the project or its place changes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools import system_packages
from tools.say import Problem, quietly, step

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "tokenmgr-stamp.json"
PROJECT = ROOT / "pyproject.toml"
LOCKS = ROOT / "requirements"

OLDEST = (3, 11)
NAMES = ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python")
# What each purpose installs. dev.txt holds runtime.txt and build.txt whole.
PURPOSES = {"start": ("runtime.txt", "build.txt"), "test": ("dev.txt",), "lock": ("lock.txt",)}
INCLUDED = {"dev.txt": ("runtime.txt", "build.txt")}

PIP_QUIET = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore"}
NETWORK = "check the network (pip's own settings for a proxy or mirror are honoured), then run the same command again"


def ensure(purpose: str) -> Path:
    """The environment's Python, with everything that the purpose needs installed."""
    stamp = read_stamp()
    if not (PYTHON.exists() and stamp.get("place") == str(ROOT)):
        create()
        stamp = {"place": str(ROOT)}
    install_locks(purpose, stamp)
    if purpose != "lock":
        install_project(stamp)
    return PYTHON


def read_stamp() -> dict[str, str]:
    """What was installed, by name and digest; a torn or missing stamp means: nothing known."""
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def version_of(python: str) -> tuple[int, int] | None:
    """The version of a Python that can be started at all."""
    ask = [python, "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        answer = subprocess.run(ask, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
    except OSError:
        return None
    found = re.fullmatch(r"(\d+) (\d+)\s*", answer)
    return (int(found[1]), int(found[2])) if found else None


def find_python() -> str | None:
    own = getattr(sys, "_base_executable", sys.executable)  # not .venv's own, which is about to be replaced
    for name in (own, *NAMES):
        path = shutil.which(name)
        if path and (version_of(path) or (0, 0)) >= OLDEST:
            return path
    return None


def base_python() -> str:
    """A Python new enough; Ubuntu 22.04 has one beside its own 3.10, so it is fetched there."""
    found = find_python()
    if found:
        return found
    here = ".".join(str(part) for part in sys.version_info[:3])
    step(f"this Python is {here}; 3.11 or newer is needed")
    system_packages.require(["python3.11", "python3.11-venv"])
    found = find_python()
    if not found:
        raise Problem("No Python 3.11 or newer was found.", "install Python 3.11 or newer, then run this again")
    return found


def venv_package(python: str) -> list[str]:
    """Debian's and Ubuntu's package that lets this Python make environments."""
    version = version_of(python)
    if Path(python).resolve().parent != Path("/usr/bin") or version is None:
        raise Problem(
            f"{python} was built without the venv and ensurepip modules.",
            "use a Python 3.11 or newer that has them: python.org's, or the system's",
        )
    return [f"python{version[0]}.{version[1]}-venv"]


def create() -> None:
    python = base_python()
    if quietly([python, "-c", "import ensurepip, venv"]) is not None:
        system_packages.require(venv_package(python))
    step("making the environment .venv")
    trouble = quietly([python, "-m", "venv", "--clear", VENV])
    if trouble:
        raise Problem(
            f"The environment could not be made. Python said:\n{trouble}",
            f"make sure that {ROOT} can be written and has 600 MB free, then run this again",
        )


def pip(*arguments: str | Path) -> str | None:
    return quietly([PYTHON, "-m", "pip", "install", "-q", "--retries", "2", *arguments], PIP_QUIET)


def install_locks(purpose: str, stamp: dict[str, str]) -> None:
    locks = [name for name in PURPOSES[purpose] if stamp.get(name) != digest(LOCKS / name)]
    if not locks:
        return
    step("installing the locked packages (the first time: some 100 MB, a minute or so)")
    wanted = [part for name in locks for part in ("-r", LOCKS / name)]
    trouble = pip("--require-hashes", "--only-binary", ":all:", *wanted)
    if trouble:
        raise Problem(f"The locked packages could not be installed. pip said:\n{trouble}", NETWORK)
    for name in locks:
        for part in (name, *INCLUDED.get(name, ())):
            stamp[part] = digest(LOCKS / part)
    write_stamp(stamp)


def install_project(stamp: dict[str, str]) -> None:
    """The project itself, as a path to src/, so that a change of source needs no installation."""
    if stamp.get("project") == digest(PROJECT):
        return
    trouble = pip("--no-deps", "--no-build-isolation", "--no-index", "-e", ROOT)
    if trouble:
        raise Problem(
            f"The project could not be installed into .venv. pip said:\n{trouble}", "run 'make clean', then again"
        )
    stamp["project"] = digest(PROJECT)
    write_stamp(stamp)


def write_stamp(stamp: dict[str, str]) -> None:
    STAMP.write_text(json.dumps(stamp, indent=1), "utf-8")
