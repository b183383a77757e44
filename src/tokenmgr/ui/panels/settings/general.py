"""Language, look, and starting."""

from __future__ import annotations

from tokenmgr.ui.errands import text_of
from tokenmgr.ui.language_box import language_box
from tokenmgr.ui.panels.settings.pane import Pane, switch
from tokenmgr.ui.panels.settings.updates import daily_text, daily_title
from tokenmgr.ui.start_with_computer import show_start, start_with_computer
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.words import translate
from tokenmgr.updates.place import host_in


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
        self.bound(theme, "theme")
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
        self.choice("tray", translate("Settings", "Stay in the tray"), self._tray_text())
        self.choice(
            "mini",
            translate("Settings", "Mini window"),
            translate("Settings", "A small window that stays on top, with the token's state and its main actions"),
        )

        host = host_in(self._screen.resources)
        if host:
            self._add_updates(host)

    def _add_updates(self, host: str) -> None:
        """Only where this build has somebody to ask."""
        run = self._screen.errands.run
        self.heading(translate("Settings", "Updates"))
        self.choice("updates", daily_title(), daily_text(host))
        self.row(
            translate("Settings", "Look for a newer version now"),
            translate("Settings", "What there is, and what changed, stands in About"),
            button(text_of("check-updates"), lambda: run("check-updates"), icon="refresh"),
        )

    def _tray_text(self) -> str:
        return translate("Settings", "Closing the window leaves the program in the tray, where there is one")

    def arrive(self) -> None:
        """The entry may have been taken away by hand."""
        show_start(self._screen, self._start)

    def _set_start(self, on: bool) -> None:  # noqa: FBT001 - what the switch says
        start_with_computer(self._screen, on=on)
