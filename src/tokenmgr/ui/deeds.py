"""What is being changed right now, on a token or on the computer: the program does not end in the midst of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Deeds(QObject):
    """One a program; told by whoever begins something that must not be cut off."""

    #: The last one has ended; whether all of them went well.
    over = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count, self._well = 0, True

    @property
    def under_way(self) -> bool:
        """Whether there is one."""
        return self._count > 0

    def begin(self) -> None:
        """One more."""
        self._well = self._well or not self.under_way
        self._count += 1

    def end(self, *, well: bool) -> None:
        """One less."""
        self._count -= 1
        self._well = self._well and well
        if not self._count:
            self.over.emit(self._well)
