"""The environment that bundles are made in: an own one in build/venv, from the lock requirements/bundle.txt."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from installers.product import BUILD, ROOT
from tools import environment
from tools.say import Problem, quietly, step

LOCK = ROOT / "requirements" / "bundle.txt"
PLACE = BUILD / "venv"
PYTHON = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = PLACE / "tokenmgr-stamp.json"
#: Debian's own: its libpython needs no newer glibc than Ubuntu 22.04 has, and everybody can have the same one.
DEBIANS = "/usr/bin/python3.11"
#: PyInstaller copies the interpreter's library, so there has to be one.
HAS_LIBRARY = "import sysconfig, sys; sys.exit(not (sys.platform == 'win32' or sysconfig.get_config_var('Py_ENABLE_SHARED') or sysconfig.get_config_var('PYTHONFRAMEWORK')))"  # noqa: E501 - one program


def python(wanted: str = "") -> Path:
    """The environment's Python, with everything locked installed; made anew where the lock or its Python changed."""
    base = wanted or interpreter()
    stamp = {"python": base, "lock": environment.digest(LOCK), "place": str(PLACE)}
    if PYTHON.exists() and _stamped() == stamp:
        return PYTHON
    step(f"making build/venv with {base} (some 120 MB to fetch the first time)")
    _do([base, "-m", "venv", "--clear", str(PLACE)], "install this Python's venv module, then run this again")
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    _do([str(PYTHON), "-m", "pip", "install", "-q", *locked], environment.NETWORK)
    STAMP.write_text(json.dumps(stamp), "utf-8")
    return PYTHON


def interpreter() -> str:
    """Debian's Python 3.11 where there is one, else any that is new enough and comes as a library."""
    own = [getattr(sys, "_base_executable", sys.executable), *environment.NAMES]
    for name in [DEBIANS, *own] if sys.platform == "linux" else own:
        path = shutil.which(name)
        if path and (environment.version_of(path) or (0, 0)) >= environment.OLDEST and _has_library(path):
            return path
    raise Problem(
        "No Python 3.11 or newer that comes with a shared library was found.",
        "on Debian: apt-get install python3.11-venv libpython3.11; elsewhere one built with --enable-shared",
    )


def _has_library(path: str) -> bool:
    if path == DEBIANS and not list(Path("/usr/lib").glob("*/libpython3.11.so.1.0")):
        return False  # its package is one of its own
    return quietly([path, "-c", HAS_LIBRARY]) is None


def _stamped() -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _do(command: list[str], next_step: str) -> None:
    trouble = quietly(command, environment.PIP_QUIET)
    if trouble:
        raise Problem(f"The environment for bundles could not be made. It said:\n{trouble}", next_step)
