"""Tells what has the keyboard, as a screen reader learns it: by listening, for a look at every control takes long.

Run by the system's Python, which has pyatspi: each line on standard input asks, each answer is one line.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any

import pyatspi
from gi.repository import GLib

PROGRAM = "tokenmgr"
FOCUSED = "object:state-changed:focused"
#: A view's current item is called focused whoever has the keyboard; the view is told of as well.
ITEMS = {"list item", "table cell", "tree item", "dialog", "frame"}


class Teller:
    """Keeps the last that was given the focus, and looks at it again before it tells."""

    def __init__(self) -> None:
        self._last: Any = None

    def hear(self, event: Any) -> None:
        """Called by the registry."""
        with suppress(Exception):  # gone in the middle of being asked
            if event.detail1 and event.source.getRoleName() not in ITEMS:
                self._last = event.source

    def tell(self) -> list[str]:
        """Role and name; empty where nothing has it."""
        try:
            self._last.clear_cache()  # a name may have changed since
            states = self._last.getState()
            if states.contains(pyatspi.STATE_FOCUSED) and states.contains(pyatspi.STATE_SHOWING):
                return [self._last.getRoleName(), self._last.name]
        except Exception:  # noqa: BLE001 - gone, or nothing yet
            pass
        return ["", ""]


def say(words: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(words)}\n")
    sys.stdout.flush()


def main() -> None:
    teller = Teller()
    pyatspi.Registry.registerEventListener(teller.hear, FOCUSED)

    def answer(_stdin: Any, _condition: Any) -> bool:
        if not sys.stdin.readline():
            pyatspi.Registry.stop()
            return False
        say({"is": teller.tell()})
        return True

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, answer)
    say({"ready": True})
    pyatspi.Registry.start()


main()
