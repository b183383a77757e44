"""The vendors' modules: the same list as in Doctor."""

from __future__ import annotations

from tokenmgr.ui.module_list import ModuleList
from tokenmgr.ui.panels.settings.pane import Pane
from tokenmgr.ui.words import translate


class Modules(Pane):
    """Each runs in a process of its own."""

    def fill(self) -> None:
        self.paragraph(
            translate(
                "Settings",
                "A module is the vendor's library that talks to the token. Each runs in a process of its own: "
                "one that crashes or hangs does not take this window with it.",
            )
        )
        self._list = ModuleList(self._screen, framed=False)
        self.add(self._list)

    def arrive(self) -> None:
        """How they are now."""
        self._list.reload()
