"""Language, look, and starting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox

from tokenmgr.system import autostart
from tokenmgr.ui.panels.settings.pane import Pane, switch
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.ui.screen import Screen

#: As each calls itself, whatever the language in use.
LANGUAGES = (("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("en", "English"))


class General(Pane):
    """What changes language or theme builds the window anew, and this with it."""

    def fill(self) -> None:
        choices = self._screen.choices
        self.heading(translate("Settings", "Language and look"))
        self.row(translate("Settings", "Language"), "", language_box(self._screen))
        ways = [
            ("system", translate("Settings", "As the system")),
            ("light", translate("Settings", "Light")),
            ("dark", translate("Settings", "Dark")),
        ]
        theme = Segmented(ways, choices.now.theme)
        theme.chosen.connect(lambda key: choices.choose(theme=key))
        self.row(translate("Settings", "Look"), "", theme)
        self.heading(translate("Settings", "Start and stay"))
        self._start = switch(translate("Settings", "Start with the computer"), now=False, change=self._set_start)
        self._start.setEnabled(False)
        self.row(
            translate("Settings", "Start with the computer"),
            translate("Settings", "In the background, so that tokens are watched from the beginning"),
            self._start,
        )
        self._choice("tray", translate("Settings", "Stay in the tray"), self._tray_text())
        self._choice(
            "mini",
            translate("Settings", "Mini window"),
            translate("Settings", "A small window that stays on top, with the token's state and its main actions"),
        )

    def _tray_text(self) -> str:
        return translate("Settings", "Closing the window leaves the program in the tray, where there is one")

    def _choice(self, name: str, title: str, text: str) -> None:
        choices = self._screen.choices
        box = switch(title, getattr(choices.now, name), lambda on: choices.choose(**{name: on}))
        self.row(title, text, box)

    def arrive(self) -> None:
        """The entry may have been taken away by hand."""
        show_start(self._screen, self._start)

    def _set_start(self, on: bool) -> None:  # noqa: FBT001 - what the switch says
        start_with_computer(self._screen, on=on)


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


def language_box(screen: Screen) -> QComboBox:
    """Every language by its own name."""
    box = QComboBox()
    box.setMinimumWidth(180)
    box.setAccessibleName(translate("Settings", "Language"))
    box.addItem(translate("Settings", "As the system"), "")
    for code, name in LANGUAGES:
        box.addItem(name, code)
    box.setCurrentIndex(max(0, box.findData(screen.choices.now.language)))
    box.activated.connect(lambda _row: screen.choices.choose(language=box.currentData()))
    return box
