"""The rows, as Qt's list asks for them. Words are made for the rows that are painted, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tokenmgr.ui.panels.certificates.entry_words import RowWords, row_words
from tokenmgr.ui.words import date_here, translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tokenmgr.ui.panels.certificates.entries import Entry, Key

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ListModel(QAbstractListModel):
    """Rows, then one for all the expired, then these where it is unfolded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []
        self._folded: list[Entry] = []
        self._open = False
        self._now: datetime | None = None
        self._words: dict[Key, RowWords] = {}

    def show(self, rows: Sequence[Entry], folded: Sequence[Entry], now: datetime) -> bool:
        """Other rows, or the same again; whether anything changed."""
        same_day = self._now is not None and date_here(now) == date_here(self._now)
        if same_day and (rows, folded) == (self._rows, self._folded):
            return False
        self.beginResetModel()
        self._rows, self._folded, self._now = list(rows), list(folded), now
        self._words.clear()
        self.endResetModel()
        return True

    @property
    def unfolded(self) -> bool:
        """The expired ones show."""
        return self._open

    def unfold(self, *, on: bool) -> None:
        """Show the expired ones, or only how many there are."""
        if on == self._open:
            return
        first, last = len(self._rows) + 1, len(self._rows) + len(self._folded)
        if not self._folded:
            self._open = on
        elif on:
            self.beginInsertRows(NOWHERE, first, last)
            self._open = True
            self.endInsertRows()
        else:
            self.beginRemoveRows(NOWHERE, first, last)
            self._open = False
            self.endRemoveRows()
        if self._folded:
            fold = self.index(first - 1)
            self.dataChanged.emit(fold, fold)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """All of them."""
        if parent.isValid():
            return 0
        return len(self._rows) + (1 + len(self._folded) * self._open if self._folded else 0)

    def is_fold(self, row: int) -> bool:
        """The row that stands for all the expired."""
        return bool(self._folded) and row == len(self._rows)

    @property
    def expired(self) -> int:
        """How many are folded."""
        return len(self._folded)

    def entry(self, row: int) -> Entry | None:
        """What the row shows; None for the fold."""
        if 0 <= row < len(self._rows):
            return self._rows[row]
        behind = row - len(self._rows) - 1
        return self._folded[behind] if 0 <= behind < len(self._folded) and self._open else None

    def row_of(self, key: Key) -> int:
        """Where a certificate is, or -1."""
        found = (row for row, entry in enumerate(self._rows) if entry.key == key)
        hidden = (row for row, entry in enumerate(self._folded, len(self._rows) + 1) if self._open and entry.key == key)
        return next(found, next(hidden, -1))

    def words(self, row: int) -> RowWords | None:
        """What the row says; None for the fold."""
        entry = self.entry(row)
        if entry is None or self._now is None:
            return None
        if entry.key not in self._words:
            self._words[entry.key] = row_words(entry, self._now)
        return self._words[entry.key]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """For letters typed to jump to a row, and for screen readers."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.words(index.row())
            return words.spoken() if words else self._fold_words()
        if role == Qt.ItemDataRole.DisplayRole:
            words = self.words(index.row())
            return words.name if words else translate("Certificates", "Expired")
        return None

    def _fold_words(self) -> str:
        count = len(self._folded)
        state = translate("Certificates", "unfolded") if self._open else translate("Certificates", "folded")
        return translate("Certificates", "%n expired certificate(s)", "", count) + ", " + state
