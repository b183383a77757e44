"""Processes started before it is known for which module: they get ready while the program does.

Starting one takes as long as everything that has to be known before a module may be loaded.
"""

from __future__ import annotations

import os
import sys

from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.process import on_pipes

TYPE_CHECKING = False  # typing costs 5 ms, and this is where every start begins
if TYPE_CHECKING:
    from tokenmgr.providers.pkcs11.process import Piped


class Spares:
    """Processes that wait to be told which module to load. One that nobody needs ends when its pipe is closed."""

    def __init__(self) -> None:
        self._waiting: list[Piped] = []
        #: Whether tokens are about to be asked for, so that modules may be loaded ahead of the first question.
        self.wanted = False

    def start(self) -> None:
        """One more."""
        self.wanted = True
        if sys.platform != "win32":  # where subprocess would have to be loaded first
            try:  # noqa: SIM105 - contextlib costs 2 ms, and nothing has been started yet
                self._waiting.append(on_pipes(child_command(), os.environ))
            except OSError:
                pass  # whoever needs it will start it then, and say what is wrong

    def take(self) -> Piped | None:
        """One that waits, if any does."""
        return self._waiting.pop() if self._waiting else None

    def close(self) -> None:
        """Nobody needs the others."""
        while self._waiting:
            _process, *pipes = self._waiting.pop()
            for pipe in pipes:
                os.close(pipe)
