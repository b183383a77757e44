"""A computer of a test's own: its own /run, rules for devices and processes, and whatever is laid over its programs.

Everything runs as root in name spaces that end with the test; outside nothing is changed. What the doctor mends for
real, services, rules and rights, is mended in there.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tokenmgr

DOOR = "import sys; from tokenmgr.app import command_line; sys.exit(command_line())"
#: Folders that are empty in there, and forgotten afterwards.
OWN = ("/run", "/etc/udev")
ALONE = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc")
NOBODY_ROOT = ("--user", "--map-root-user")
SETUP = "set -e; mount --make-rprivate /; for each in {own}; do mkdir -p $each; mount -t tmpfs tmpfs $each; done"


def available() -> str:
    """Why this bed cannot run here, or nothing."""
    missing = [each for each in ("unshare", "mount", "umockdev-run") if shutil.which(each) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    done = subprocess.run([*alone(), "true"], capture_output=True, check=False)
    return "" if done.returncode == 0 else "name spaces are refused here"


def alone() -> list[str]:
    """As root, or as one who may play root."""
    return [*ALONE, *(() if os.geteuid() == 0 else NOBODY_ROOT)]


@dataclass
class OwnComputer:
    """Commands that run one after the other on it; each `run` begins with a new one."""

    home: Path
    #: Said before the commands: mounts, processes.
    before: list[str] = field(default_factory=list)
    options: tuple[str, ...] = ()
    env: dict[str, str] = field(default_factory=dict)

    def command(self, *words: str, wrap: str = "") -> str:
        """The program's own command line, as a line of shell; its answer is kept."""
        whole = [sys.executable, "-c", DOOR, "--home", str(self.home), "--json", "--language", "en", *self.options]
        return f"keep {wrap} {shlex.join([*whole, *words])}"

    def run(self, *lines: str) -> list[Any]:
        """What each kept command answered: (exit code, JSON)."""
        answers = self.home.parent / "answers"
        shutil.rmtree(answers, ignore_errors=True)
        answers.mkdir()
        keep = (
            'n=0; keep() { n=$((n+1)); code=0; "$@" >"$ANSWERS/$n.out" 2>"$ANSWERS/$n.err" || code=$?; '
            'echo $code >"$ANSWERS/$n.code"; }'
        )
        script = "\n".join([SETUP.format(own=" ".join(OWN)), keep, *self.before, *lines])
        env = {**os.environ, **self.env, "ANSWERS": str(answers), "PYTHONPATH": str(Path(tokenmgr.__file__).parents[1])}
        done = subprocess.run(
            [*alone(), "sh", "-c", script], env=env, capture_output=True, text=True, check=False, timeout=100
        )
        assert done.returncode == 0, done.stderr
        return [self._answer(answers, number) for number in range(1, len(list(answers.glob("*.code"))) + 1)]

    @staticmethod
    def _answer(answers: Path, number: int) -> tuple[int, Any]:
        said = (answers / f"{number}.out").read_text("utf-8")
        code = int((answers / f"{number}.code").read_text())
        return code, json.loads(said) if said else (answers / f"{number}.err").read_text("utf-8")


def finding(answer: tuple[int, Any], check: str) -> dict[str, Any]:
    """The worst that a check said."""
    order = ("bad", "warn", "ok", "skipped")
    found: list[dict[str, Any]] = [each for each in answer[1] if each["check"] == check]
    return min(found, key=lambda each: order.index(each["state"]))
