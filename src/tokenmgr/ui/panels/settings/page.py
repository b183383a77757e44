"""The page: sections at the left, one of them at the right, built when it is first wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tokenmgr.ui.frames import one_a_frame, pause
from tokenmgr.ui.settings_sections import SECTIONS, section_text
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.lines import Upright
from tokenmgr.ui.widgets.nav import NavItem
from tokenmgr.ui.widgets.page import Page
from tokenmgr.ui.widgets.switching import mark, when_chosen
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.actions.glance import Glance
    from tokenmgr.ui.panels.settings.pane import Pane
    from tokenmgr.ui.screen import Screen

WIDTH = 204
#: Section -> its class, loaded with it.
PANES = {
    "general": "general:General",
    "security": "security:Security",
    "notices": "notices:Notices",
    "modules": "modules:Modules",
    "browsers": "browsers:Browsers",
    "log": "log:Log",
    "privacy": "privacy:Privacy",
    "about": "about:About",
}


class SettingsPage(Page):
    """Every choice holds at once; there is nothing to apply."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(translate("Settings", "Settings"))
        self._screen = screen
        self._panes: dict[str, Pane] = {}
        self._ready = screen.desk is not None
        self.heading.addStretch(1)
        card = Card()
        line = QHBoxLayout()
        line.setContentsMargins(1, 0, 1, 0)
        line.setSpacing(0)
        line.addWidget(self._list())
        line.addWidget(Upright())
        self._stack = QStackedWidget()
        line.addWidget(self._stack, 1)
        card.column.addLayout(line, 1)
        self.column.addWidget(card, 1)
        one_a_frame(self, pause, pause, self._open_first)

    def _open_first(self) -> None:
        if not self._panes:
            self.open("general")

    def _list(self) -> QWidget:
        block = QWidget()
        block.setFixedWidth(WIDTH)
        block.setAccessibleName(translate("Settings", "Sections"))
        column = QVBoxLayout(block)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(2)
        self._group = QButtonGroup(self)
        self._items: dict[str, NavItem] = {}
        for key, section in SECTIONS.items():
            item = NavItem(section.icon, section_text(key))
            when_chosen(item, lambda key=key: self.open(key))  # type: ignore[misc]
            self._group.addButton(item)
            self._items[key] = item
            column.addWidget(item)
        column.addStretch(1)
        return block

    def open(self, key: str) -> None:
        """Show a section."""
        if key not in self._panes:
            module, _, name = PANES[key].partition(":")
            pane: Pane = getattr(import_module(f"tokenmgr.ui.panels.settings.{module}"), name)(self._screen)
            self._panes[key] = pane
            self._stack.addWidget(pane)
        mark(self._items[key], True)
        self._stack.setCurrentWidget(self._panes[key])
        self._panes[key].arrive()

    def show_about(self, about: object) -> None:
        """By the name of a section, or of what is to be done in one."""
        if isinstance(about, str) and about in SECTIONS:
            self.open(about)
        elif about == "check-updates":
            self.open("about")
            self._panes["about"].check()

    def show_glance(self, _glance: Glance) -> None:
        """Once the desk is there, what rests on it can be shown."""
        if not self._ready and self._screen.desk is not None:
            self._ready = True
            for pane in self._panes.values():
                pane.arrive()
