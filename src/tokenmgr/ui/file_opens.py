"""Files and links that macOS hands to a program that runs already; other systems start it a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from tokenmgr.ui.one_instance import wish_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFileOpenEvent


class FileOpens(QObject):
    """Only put before the application where the system works so: every event comes by here."""

    #: A Wish.
    asked = Signal(object)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Links say themselves, files their path."""
        if event.type() is not QEvent.Type.FileOpen:
            return super().eventFilter(watched, event)
        opened: QFileOpenEvent = event  # type: ignore[assignment]
        self.asked.emit(wish_of([opened.file() or opened.url().toString()], "/"))
        return True
