"""What this program is, and which."""

from __future__ import annotations

from tokenmgr import __version__
from tokenmgr.ui.panels.settings.pane import Pane
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.words import translate


class About(Pane):
    """It does not pretend to look for updates: it has no place to look at."""

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
            Fact(translate("Settings", "Network"), translate("Settings", "Not used")),
        ]
        self.add(Facts(facts))
        self.heading(translate("Settings", "Updates"))
        self.paragraph(
            translate(
                "Settings",
                "This version does not look for updates by itself and never uses the network. "
                "A newer one comes from where you got this one.",
            )
        )
