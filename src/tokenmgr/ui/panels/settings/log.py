"""The program's own log: off until it is wanted, and with no room for a PIN."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.places import Places
from tokenmgr.system.crash_file import CrashFile
from tokenmgr.system.journal import Journal
from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.panels.settings.pane import Pane
from tokenmgr.ui.panels.settings.sizes import size_words
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.model.errors import TokenError


class Log(Pane):
    """Turning it on, taking it along, clearing it."""

    def fill(self) -> None:
        self.heading(translate("Settings", "Log"))
        self.choice(
            "log",
            translate("Settings", "Keep a log"),
            translate("Settings", "For finding faults. It stays on this computer, and its size is bounded"),
        )
        self._export = button(translate("Settings", "Export..."), self._ask_where, icon="export")
        self._clear = button(translate("Settings", "Clear"), self.clear, kind="danger")
        self._size = self.row(translate("Settings", "What was written"), "-", self._export, self._clear)
        self.heading(translate("Settings", "No PIN can be in it"))
        self.paragraph(
            translate(
                "Settings",
                "Not because somebody takes care, but because there is no room for one: each line is a code and words "
                "from a closed list, numbers are below a hundred. Names and serial numbers are not in it either.",
            )
        )

    def arrive(self) -> None:
        """How much there is."""
        home = self._screen.home
        if home is not None:
            where = Places(home, self._screen.resources)
            self._screen.bridge.run(lambda: len(log_text(where)), self._show_size, owner=self)

    def _show_size(self, size: int) -> None:
        self._size.say(size_words(size) if size else translate("Settings", "Nothing"))
        self._export.setEnabled(bool(size))
        self._clear.setEnabled(bool(size))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, translate("Settings", "Export the log"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("tokenmgr-log.txt")
        dialog.fileSelected.connect(lambda path: self.export(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, path: Path) -> None:
        """All of it in one file."""
        home = self._screen.home
        if home is None:
            return
        where = Places(home, self._screen.resources)
        done = Message("ok", translate("Settings", "Log exported"), path.name, seconds=8)
        self._screen.bridge.run(
            lambda: _write(where, path), lambda _nothing: self._screen.say(done), self._failed, self
        )

    def clear(self) -> None:
        """Nothing of it is left."""
        home = self._screen.home
        if home is None:
            return
        where = Places(home, self._screen.resources)
        self._screen.bridge.run(lambda: _clear(where), lambda _nothing: self.arrive(), self._failed, self)

    def _failed(self, error: TokenError) -> None:
        say_trouble(self._screen, error)


def log_text(where: Places) -> bytes:
    """The log, and where the program stood if it died."""
    crashes = CrashFile(where.crashes).read()
    return Journal(where.journal).read() + (f"\n{crashes}".encode() if crashes else b"")


def _write(where: Places, path: Path) -> None:
    try:
        path.write_bytes(log_text(where))
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or type(error).__name__) from None


def _clear(where: Places) -> None:
    try:
        Journal(where.journal).clear()
    except OSError as error:
        raise FileUnreadable(str(where.journal), error.strerror or type(error).__name__) from None
    CrashFile(where.crashes).clear()
