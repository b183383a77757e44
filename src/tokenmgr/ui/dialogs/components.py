"""The open-source parts of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.reading import Reading
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.system.components import Component
    from tokenmgr.ui.screen import Screen

HEIGHT = 360


class ComponentsSheet(Sheet):
    """Name, version, licence, as their packages say."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, translate("Privacy", "Open-source components"))
        self.body.addWidget(
            Text(
                translate("Privacy", "They run inside this program. None of them is given any data of yours by it."),
                role="text2",
                wrap=True,
            )
        )
        self._reading = Reading(translate("Privacy", "Open-source components"), HEIGHT)
        self.body.addWidget(self._reading)
        self.foot_close()
        from tokenmgr.system.components import components  # 20 ms of package data, and only here

        screen.bridge.run(components, self._show, owner=self)

    def _show(self, found: Sequence[Component]) -> None:
        self._reading.setPlainText(
            "\n".join(f"{each.name} {each.version}\n    {each.licence or '-'}" for each in found)
        )
