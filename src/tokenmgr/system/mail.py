"""A mail, begun in the person's own mail program with a file attached. It is never sent from here."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tokenmgr.system.privileged import found

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 8


def begin_mail(to: str, subject: str, body: str, attachment: Path) -> bool:
    """Whether the mail program was given the file; where it was not, a person has to attach it."""
    program = found("xdg-email") if sys.platform == "linux" else ""
    if not program:
        return False
    command = [program, "--utf8", "--subject", subject, "--body", body, "--attach", str(attachment)]
    try:
        begun = subprocess.Popen(
            [*command, *([to] if to else [])],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ,
            start_new_session=True,
        )
        return begun.wait(SECONDS) == 0
    except subprocess.TimeoutExpired:
        return True  # a mail program that was not running yet stays in front of it for as long as it runs
    except OSError:
        return False
