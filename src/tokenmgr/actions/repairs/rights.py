"""Repairs of rights on files: others lose them, the content stays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.actions.checks.home import files_of
from tokenmgr.actions.repairs.repair import Repair
from tokenmgr.model.change import RightsEdit

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from tokenmgr.actions.checks.finding import Finding

OTHERS, OTHERS_WRITE = 0o077, 0o022
MOST_SHOWN = 20


def own_files(finding: Finding, home: Path) -> Repair:
    """Everything of this program's for its user alone."""
    return _repair(finding, files_of(home), OTHERS)


def module_file(finding: Finding) -> Repair:
    """A module that others could swap for their own."""
    path = Path(finding.repair.partition(":")[2])
    try:
        seen = [(path, path.lstat())]
    except OSError:
        seen = []
    return _repair(finding, seen, OTHERS_WRITE)


def _repair(finding: Finding, seen: Iterable[tuple[Path, os.stat_result]], taken: int) -> Repair:
    rights = [(path, found.st_mode & 0o7777) for path, found in seen]
    edits = tuple(RightsEdit(path, was, was & ~taken) for path, was in rights if was & taken)
    shown = tuple(f"{edit.path} {edit.before:04o} → {edit.after:04o}" for edit in edits[:MOST_SHOWN])
    return Repair(finding.repair, "rights", {"path": str(edits[0].path) if edits else ""}, edits, shown=shown)
