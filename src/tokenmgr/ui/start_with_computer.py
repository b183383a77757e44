"""Starting with the computer: asked at the first start, changed in the settings, and always as the system has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.autostart import Autostart
from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.widgets.switching import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox

    from tokenmgr.ui.screen import Screen


def show_start(screen: Screen, box: QCheckBox) -> None:
    """Set the box as the system has it."""

    def show(on: bool) -> None:  # noqa: FBT001 - what was found
        mark(box, on)
        box.setEnabled(True)

    screen.bridge.run(Autostart(screen.changes).is_on, show, owner=box)


def start_with_computer(screen: Screen, *, on: bool) -> None:
    """Make the entry or take it away; what the system refuses is told."""
    entry = Autostart(screen.changes)
    screen.bridge.run(entry.turn_on if on else entry.turn_off, failed=lambda error: say_trouble(screen, error))
    screen.choices.choose(autostart_asked=True)
