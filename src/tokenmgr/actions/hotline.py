"""The report for a hotline, as a file that takes no other's place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tokenmgr.actions.files import write_beside
from tokenmgr.model.errors import FileUnreadable

if TYPE_CHECKING:
    from pathlib import Path

MOST = 100


def save_report(text: str, folder: Path, now: datetime | None = None) -> Path:
    """Where it lies. FileUnreadable where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnreadable(str(folder), error.strerror or "unwritable") from None
    day = f"{now or datetime.now(UTC):%Y-%m-%d}"
    names = (f"tokenmgr-report-{day}{f'-{number}' if number else ''}.txt" for number in range(MOST))
    path = next((folder / name for name in names if not (folder / name).exists()), folder / f"tokenmgr-{day}.txt")
    write_beside(path, text.encode())
    return path
