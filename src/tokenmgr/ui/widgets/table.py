"""A plain table: rows of text, one of them chosen. Only what is seen is made ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from tokenmgr.ui import theme, type as typography
from tokenmgr.ui.widgets.facts import not_reported
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QColor, QFont, QResizeEvent

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = 28
LONGEST = 256
FIRST_SHARE = 0.42


class TextRows(QAbstractTableModel):
    """Strings from anywhere; they become visible when they are seen."""

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        bold: Collection[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headings, self._rows, self._bold = headings, rows, bold

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """All of them."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """As many as headings."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Above the columns only."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QColor | QFont | None:
        """One field. No tool tips: Qt would take some texts for markup."""
        if role == Qt.ItemDataRole.DisplayRole:
            return visible(self._rows[index.row()][index.column()], LONGEST) or not_reported()
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("text2" if not index.column() else "text")
        if role == Qt.ItemDataRole.FontRole:
            return typography.font("second-strong" if index.row() in self._bold and index.column() else "second")
        return None


class Table(QTableView):
    """`chosen` tells the row. `bold`: rows that are to be seen first."""

    chosen = Signal(int)

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        first_width: int = 160,
        bold: Collection[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first = first_width
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setFont(typography.font("second"))
        self.setStyleSheet("QTableView { background: transparent; } QTableView::item { padding: 0 8px; }")
        self.show_rows(headings, rows, bold)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]], bold: Collection[int] = ()) -> None:
        """Other rows."""
        old = self.model()
        self.setModel(TextRows(headings, rows, bold, self))
        if old is not None:
            old.deleteLater()
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self._fit()
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.chosen.emit(now.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the first column leaves room for the others."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.horizontalHeader().resizeSection(0, min(self._first, int(self.viewport().width() * FIRST_SHARE)))

    def choose(self, row: int) -> None:
        """As if it were clicked."""
        self.selectRow(row)
