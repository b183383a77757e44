"""What every installer says of the program, and where it puts things."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tools.say import Problem

NAME = "tokenmgr"
PROGRAMS = ("tokenmgr", "tokenmgr-cli", "tokenmgr-module")
#: Whoever publishes puts an address of theirs here; mail to this one reaches nobody, as its name says.
PUBLISHER = "tokenmgr project <packages@tokenmgr.invalid>"
#: For software stores: a domain of the publisher's, turned round, and the program.
STORE_ID = "invalid.tokenmgr.tokenmgr"
LICENCE = "Apache-2.0"

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
BUILD = ROOT / "build"
DIST = ROOT / "dist"


def version() -> str:
    """The one that the program itself tells."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "src" / NAME / "__init__.py").read_text("utf-8"))
    if found is None:
        raise ValueError("src/tokenmgr/__init__.py names no version")
    return found[1]


@cache
def epoch() -> int:
    """The time that everything built carries: the last commit's, so that the same source gives the same bytes."""
    moment = os.environ.get("SOURCE_DATE_EPOCH") or _said_by_git("log", "-1", "--format=%ct")
    if not moment:  # what carries 1970 makes the program say that the computer's clock is wrong
        raise Problem(
            "Nobody says which time everything built is to carry: git tells of no commit here.",
            "set SOURCE_DATE_EPOCH to the release's moment, in seconds since 1970, or build from a clone with git",
        )
    os.environ["SOURCE_DATE_EPOCH"] = moment  # whatever this build starts takes the same, even if somebody commits
    return int(moment)


def _said_by_git(*words: str) -> str:
    """Nothing where this is no clone, or there is no git."""
    if not shutil.which("git"):
        return ""
    asked = ["git", "-C", str(ROOT), *words]
    return subprocess.run(
        asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False
    ).stdout.strip()
