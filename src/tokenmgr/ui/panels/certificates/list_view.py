"""The list on the left: mouse, keys, and what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from tokenmgr.ui.panels.certificates.list_model import ListModel
from tokenmgr.ui.panels.certificates.row_painter import RowPainter
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from tokenmgr.ui.panels.certificates.entries import Entry, Key

OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class ListView(QListView):
    """Keeps what is chosen from one look to the next."""

    #: An Entry, or None.
    chosen = Signal(object)
    #: An Entry, and a QPoint on the screen.
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ListModel(self)
        self._key: Key | None = None
        self._told: Entry | None = None
        self.setModel(self._model)
        self.setItemDelegate(RowPainter(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(translate("Certificates", "Certificates"))
        self.setProperty("kind", "rows")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(lambda index: self._turn() if self._model.is_fold(index.row()) else None)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_entries(self, rows: Sequence[Entry], folded: Sequence[Entry], now: datetime) -> None:
        """Other rows; the chosen one stays chosen while it is among them, else the first is."""
        bar = self.verticalScrollBar()
        at = bar.value()
        # A reset takes the choice away, which nobody chose.
        self.selectionModel().blockSignals(True)
        changed = self._model.show(rows, folded, now)
        self.selectionModel().blockSignals(False)
        if changed:
            self._choose_again()
            bar.setValue(at)

    def choose(self, key: Key) -> bool:
        """Choose this one, unfolding what hides it; False where it does not show."""
        if self._model.row_of(key) < 0:
            self._model.unfold(on=True)
        row = self._model.row_of(key)
        if row < 0:
            return False
        self._key = key
        self._choose_again()
        self.scrollTo(self._model.index(row))
        return True

    @property
    def now(self) -> Entry | None:
        """The chosen one."""
        return self._told

    def _choose_again(self) -> None:
        row = self._model.row_of(self._key) if self._key else -1
        row = max(row, 0)
        if self._model.entry(row) is None:
            self._tell(None)
            return
        if self.currentIndex().row() != row or not self.selectionModel().isRowSelected(row):
            index = self._model.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._tell(self._model.entry(row))

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        entry = self._model.entry(now.row())
        if entry is not None:
            self._tell(entry)

    def _tell(self, entry: Entry | None) -> None:
        self._key = entry.key if entry else self._key
        if entry != self._told:
            self._told = entry
            self.chosen.emit(entry)

    def _turn(self) -> None:
        self._model.unfold(on=not self._model.unfolded)

    def _ask_menu(self, at: QPoint) -> None:
        """Where the mouse is; asked for by key, Qt says the middle of the row that has the keyboard."""
        entry = self._model.entry(self.indexAt(at).row())
        if entry is not None:
            self.menu_wanted.emit(entry, self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On the fold: Return or Space turns it, right unfolds, left folds."""
        key = event.key()
        if self._model.is_fold(self.currentIndex().row()):
            if key in OPENS:
                self._turn()
                return
            if key in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
                self._model.unfold(on=key == Qt.Key.Key_Right)
                return
        super().keyPressEvent(event)
