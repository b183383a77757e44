"""The command line as a process, and what the kernel says of it and its children."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMAND = Path(sys.executable).with_name("tokenmgr-cli")
SWITCHES = ("voluntary_ctxt_switches", "nonvoluntary_ctxt_switches")


def ours(home: Path, *arguments: str) -> list[str]:
    return [str(COMMAND), "--home", str(home), *arguments]


def usual(env: Mapping[str, str]) -> dict[str, str]:
    """The environment of an installed program: with compiled code kept, as everywhere."""
    return {name: value for name, value in {**os.environ, **env}.items() if not name.startswith("PYTHON")}


def run(command: list[str], env: Mapping[str, str]) -> None:
    subprocess.run(command, env=usual(env), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def family(pid: int) -> list[int]:
    """A process and all below it."""
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return [pid, *(each for child in children for each in family(child))]


def wake_ups(pid: int) -> dict[str, int]:
    """How often each thread of a family has been given a processor, by its folder."""
    found = {}
    for member in family(pid):
        for task in Path(f"/proc/{member}/task").iterdir():
            with suppress(FileNotFoundError):  # it ended meanwhile
                lines = dict(line.split(":", 1) for line in (task / "status").read_text().splitlines())
                found[str(task)] = sum(int(lines[name]) for name in SWITCHES)
    return found


def woken(before: Mapping[str, int], after: Mapping[str, int]) -> int:
    """How often between two looks; a thread that ended takes its count along."""
    return sum(count - before.get(task, 0) for task, count in after.items())


def pss_megabytes(pid: int) -> float:
    """A process's fair share of memory."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the kernel does not tell")
