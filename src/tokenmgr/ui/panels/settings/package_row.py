"""The newest package: fetched by the person's wish into the folder for downloads, checked, and never started."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from tokenmgr.ui.error_words import error_words, meaning
from tokenmgr.ui.panels.settings.pane import setting
from tokenmgr.ui.panels.settings.sizes import size_words
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.facts import copy
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.actions.updates import Standing
    from tokenmgr.model.errors import TokenError
    from tokenmgr.places import Places
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.widgets.text import Text

#: The bar moves, and the number changes, no oftener.
STEP = 256 * 1024
HUNDRED = 100


class PackageRow(QWidget):
    """A row that is an offer, then a progress with a way to stop, then a place."""

    def __init__(self, screen: Screen, where: Places, standing: Standing) -> None:
        super().__init__()
        self._screen, self._where, self._standing = screen, where, standing
        self._stopping = threading.Event()
        #: Something is on its way.
        self.busy = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._offer()

    @property
    def _name(self) -> str:
        return self._standing.package.rpartition("/")[2]

    def _offer(self, text: str = "", role: str = "text2") -> None:
        self.busy = False
        usual = translate(
            "Updates", "{name}, from {host}, checked against the publisher's signature; it is not started"
        ).format(name=self._name, host=self._standing.host)
        fetch = button(translate("Updates", "Download"), self._begin, icon="download")
        self._show(translate("Updates", "Download the package"), text or usual, fetch).paint_as(role)

    def _begin(self) -> None:
        self.busy = True
        stopping = self._stopping = threading.Event()
        self.destroyed.connect(lambda: stopping.set())  # noqa: PLW0108 - Qt passes on what a lambda takes
        stop = button(translate("Updates", "Stop"), stopping.set, icon="close")
        self._come = self._show(
            self._name, translate("Updates", "Asking {host}...").format(host=self._standing.host), stop
        )
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(translate("Updates", "Download"))
        self._column.addWidget(self._bar)
        self._fetch(stopping)

    def _fetch(self, stopping: threading.Event) -> None:
        bridge, where, path = self._screen.bridge, self._where, self._standing.package
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        known = [0, 0]

        def sized(length: int) -> None:
            known[:] = [length, 0]

        def heard(count: int) -> None:
            length, told = known
            if length and (count - told >= STEP or count == length):
                known[1] = count
                bridge.home(lambda: self._say(count, length, stopping))

        def fetch() -> Path:
            from tokenmgr.actions.updates import download
            from tokenmgr.updates.line import Pace

            return download(where, path, folder, Pace(stopping=stopping, heard=heard), sized)

        bridge.run(fetch, self._done, self._failed, owner=self, fallen=lambda _none: self._offer())

    def _say(self, count: int, length: int, of: threading.Event) -> None:
        """Unless it has ended by now."""
        if isValid(self) and isValid(self._bar) and of is self._stopping and not of.is_set():
            self._bar.setRange(0, HUNDRED)
            self._bar.setValue(count * HUNDRED // length)
            text = translate("Updates", "{count} of {whole}")
            self._come.say(text.format(count=size_words(count), whole=size_words(length)))

    def _done(self, path: Path) -> None:
        self.busy = False
        self._stopping.set()
        title = translate("Updates", "It lies in {folder}").format(folder=str(path.parent))
        text = translate("Updates", "{name}; it was checked, and nothing was started").format(name=path.name)
        copying = icon_button("copy", translate("Updates", "Copy the path"), lambda: copy(str(path)))
        self._show(title, text, copying)

    def _failed(self, error: TokenError) -> None:
        if error.code == "cancelled":
            self._offer()
            return
        said = error_words(self._screen, error)
        self._offer(meaning(said), "bad")

    def _show(self, title: str, text: str, control: QWidget) -> Text:
        clear(self._column)
        row, meant = setting(title, text, control)
        self._column.addWidget(row)
        return meant
