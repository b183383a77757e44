"""The programs that make installers, and what they said where they would not."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_SECONDS = 900


class BuildFailed(Exception):
    """A tool would not, and what it said."""


def run(folder: Path, *command: str, **environment: str) -> str:
    """What it said. BuildFailed also where it only warned: wixl goes on after a warning, with a part missing."""
    known = {**os.environ, **environment}
    done = subprocess.run(
        command, cwd=folder, env=known, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )
    said = (done.stdout + done.stderr).strip()
    if done.returncode or "WARNING" in said or "CRITICAL" in said:
        raise BuildFailed(f"{' '.join(command)[:200]}: {done.returncode}\n{said}")
    return done.stdout
