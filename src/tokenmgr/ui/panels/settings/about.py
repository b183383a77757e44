"""What this program is, and which."""

from __future__ import annotations

from tokenmgr import __version__
from tokenmgr.ui.panels.settings.pane import Pane
from tokenmgr.ui.panels.settings.updates import Updates
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.words import translate
from tokenmgr.updates.place import host_in


class About(Pane):
    """Whether there is a newer version stands here too."""

    def fill(self) -> None:
        self.heading("tokenmgr")
        self.paragraph(
            translate(
                "Settings",
                "Certificate tokens you can trust with a PIN: see them, use them, and never lose a try unknowingly.",
            ),
            "text",
        )
        facts = [
            Fact(translate("Settings", "Version"), __version__, copy=__version__),
            Fact(translate("Settings", "Licence"), "Apache-2.0"),
            Fact(translate("Settings", "Network"), self._network()),
        ]
        self.add(Facts(facts))
        self.heading(translate("Settings", "Updates"))
        self._updates = Updates(self._screen)
        self.add(self._updates)

    def _network(self) -> str:
        if host_in(self._screen.resources):
            return translate("Settings", "Only to look for a newer version, if you want that")
        return translate("Settings", "Not used")

    def arrive(self) -> None:
        """What is known of newer versions by now."""
        self._updates.arrive()

    def check(self) -> None:
        """By the person's wish, said elsewhere."""
        self._updates.check()
