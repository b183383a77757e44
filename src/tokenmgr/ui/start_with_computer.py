"""Starting with the computer: asked at the first start, changed in the settings, and always as the system has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.system import autostart
from tokenmgr.ui.screen import Message
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox

    from tokenmgr.ui.screen import Screen


def show_start(screen: Screen, box: QCheckBox) -> None:
    """Set the box as the system has it."""

    def show(on: bool) -> None:  # noqa: FBT001 - what was found
        box.setChecked(on)
        box.setEnabled(True)

    screen.bridge.run(autostart.is_on, show, owner=box)


def start_with_computer(screen: Screen, *, on: bool) -> None:
    """Make the entry or take it away; what the system refuses is told."""

    def change() -> str:
        try:
            autostart.turn_on() if on else autostart.turn_off()
        except OSError as error:
            return error.strerror or type(error).__name__
        return ""

    def tell(why: str) -> None:
        if why:
            screen.say(Message("bad", translate("Settings", "The system did not let this be changed"), why))

    screen.bridge.run(change, tell)
    screen.choices.choose(autostart_asked=True)
