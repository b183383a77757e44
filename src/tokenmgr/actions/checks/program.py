"""This program itself: does the computer start the right one, and has it died?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.system import autostart

if TYPE_CHECKING:
    from collections.abc import Iterator


def check_autostart() -> Iterator[Finding]:
    """An entry that outlived the program that it starts. One that the system passes over starts nothing anyway."""
    entry = autostart.read()
    if entry is None or not autostart.is_on():
        yield Finding("autostart", "skipped", (("reason", "off"),))
        return
    program = autostart.program(entry)
    facts, evidence = (("program", program),), (autostart.where(), program or "?")
    if program and Path(program).exists():
        yield Finding("autostart", "ok", facts, evidence)
    else:
        yield Finding("autostart", "bad", facts, evidence, "renew-autostart", "autostart")


def check_crashes(home: Path) -> Iterator[Finding]:
    """What the last one wrote before it died, kept while the log is on."""
    for path in sorted((home / "logs").glob("crashes*.txt")):
        seen = path.stat()
        if seen.st_size:
            at = datetime.fromtimestamp(seen.st_mtime, UTC)
            facts = (("date", f"{at:%Y-%m-%d}"),)
            yield Finding("crashes", "warn", facts, (f"{path} {seen.st_size} B",), "save-report")
            return
    yield Finding("crashes", "ok")
