"""One of the agreed texts, to be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.agreed_texts import read_text, text_names
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from tokenmgr.ui.screen import Screen

HEIGHT = 420


class ReadTextSheet(Sheet):
    """Loaded where files are."""

    def __init__(self, screen: Screen, name: str) -> None:
        title = text_names()[name]
        super().__init__(screen, title)
        reading = Reading(title, HEIGHT)
        self.body.addWidget(reading)
        self.foot_close()
        resources = screen.resources
        screen.bridge.run(lambda: read_text(resources, name), reading.setPlainText, owner=reading)
