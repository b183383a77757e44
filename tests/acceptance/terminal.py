"""A person at a terminal: a prompt is waited for, then answered."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time
from typing import TYPE_CHECKING

from tests.acceptance.command import DOOR_OF_TERMINAL, PATIENCE

if TYPE_CHECKING:
    from tests.acceptance.command import CommandLine

PROMPT = ": "


class Terminal:
    """One command on a terminal of its own; its standard output goes elsewhere."""

    def __init__(self, run: CommandLine, *arguments: str) -> None:
        """Start the command."""
        ours, theirs = pty.openpty()
        self._screen = ours
        self.text = ""
        command = run.command("--language", "en", *arguments, door=DOOR_OF_TERMINAL)
        self.process = subprocess.Popen(
            command, env=run.environment, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, start_new_session=True
        )
        os.close(theirs)

    def wait_for(self, text: str) -> bool:
        """Read the screen until it shows this after what was typed last; False where the command ended instead."""
        deadline = time.monotonic() + PATIENCE
        seen = len(self.text)
        while text not in self.text[seen:]:
            if not select.select([self._screen], [], [], max(0, deadline - time.monotonic()))[0]:
                raise TimeoutError(self.text)
            if not self._read():
                return False
        return True

    def _read(self) -> bool:
        """Whatever the screen shows next; False where the command has let go of it."""
        try:
            self.text += os.read(self._screen, 4096).decode("utf-8", "surrogateescape")
        except OSError:
            return False
        return True

    def type(self, line: str) -> None:
        """A line and the Enter key; a lone surrogate is a byte that is no text."""
        os.write(self._screen, f"{line}\n".encode("utf-8", "surrogateescape"))

    def end(self) -> int:
        """Let it finish; the exit code."""
        self.process.communicate(timeout=PATIENCE)
        while self._read():
            pass
        os.close(self._screen)
        return self.process.returncode
