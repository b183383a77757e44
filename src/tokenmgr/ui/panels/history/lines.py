"""The lines as a list: headings for days, one row a line; only rows that are seen are ever put into words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate

from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.event_words import event_words
from tokenmgr.ui.words import clock, date_here, day, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tokenmgr.session.events import Event

ROW, HEADING = 36, 34
Index = QModelIndex | QPersistentModelIndex


def day_words(moment: datetime, now: datetime) -> str:
    """Today, yesterday, or the date."""
    date, today = date_here(moment), date_here(now)
    if date == today:
        return translate("History", "Today")
    if date == today - timedelta(days=1):
        return translate("History", "Yesterday")
    return day(moment)


class Lines(QAbstractListModel):
    """Days and events, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str | Event] = []

    def show_events(self, events: Sequence[Event], now: datetime) -> None:
        """These, newest first."""
        self.beginResetModel()
        self._lines = []
        last = ""
        for event in events:
            heading = day_words(event.at, now)
            if heading != last:
                self._lines.append(heading)
                last = heading
            self._lines.append(event)
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """Where the event with this number stands; -1 where it is not among them."""
        numbers = (-1 if isinstance(line, str) else line.number for line in self._lines)
        return next((row for row, each in enumerate(numbers) if each == number), -1)

    def rowCount(self, _parent: Index | None = None) -> int:
        return len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line if isinstance(line, str) else spoken(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A day cannot be chosen."""
        is_event = index.isValid() and not isinstance(self._lines[index.row()], str)
        return Qt.ItemFlag.ItemIsEnabled | (Qt.ItemFlag.ItemIsSelectable if is_event else Qt.ItemFlag.NoItemFlags)


def spoken(event: Event) -> str:
    """The line in one sentence."""
    words = event_words(event)
    parts = (day(event.at), clock(event.at), words.text, words.by, who(event))
    return translate("History", ", ").join(part for part in parts if part)


def who(event: Event) -> str:
    """Which token, in a few letters."""
    tail = f"·{visible(event.token.tail)}" if event.token else ""
    return f"{visible(event.name)[:60]} {tail}".strip()


class LineList(QListView):
    """Ctrl+C copies the chosen line."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(translate("History", "What happened"))
        self.setModel(lines)
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setMinimumHeight(6 * ROW)

    def show_events(self, events: Sequence[Event], now: datetime) -> None:
        """These; the chosen one stays chosen while it is among them, and what is in sight stays there."""
        chosen, at = self.currentIndex().data(Qt.ItemDataRole.UserRole), self.verticalScrollBar().value()
        self._lines.show_events(events, now)
        row = -1 if chosen is None or isinstance(chosen, str) else self._lines.row_of(chosen.number)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))
            self.verticalScrollBar().setValue(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or walk."""
        chosen = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy) and chosen.isValid():
            QGuiApplication.clipboard().setText(str(chosen.data()))
        else:
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """Time, icon, what happened, by whom; at the end, to which token."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, HEADING if isinstance(index.data(Qt.ItemDataRole.UserRole), str) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            _write(painter, rect.adjusted(16, 8, -16, 0), line, "second-strong", "text2")
        else:
            state: QStyle.StateFlag = option.state
            _paint_event(painter, rect, line, chosen=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()


def _paint_event(painter: QPainter, rect: QRect, event: Event, *, chosen: bool) -> None:
    if chosen:
        painter.fillRect(rect, theme.colour("accent_soft"))
    else:
        painter.fillRect(rect.left() + 16, rect.bottom(), rect.width() - 32, 1, theme.colour("border"))
    words = event_words(event)
    _write(painter, rect.adjusted(16, 0, 0, 0), clock(event.at), "second", "text2")
    top = rect.top() + (ROW - 16) // 2
    icons.paint(painter, words.icon, rect.left() + 64, top, 16, words.role, painter.device().devicePixelRatioF())
    end = rect.adjusted(rect.width() * 2 // 3, 0, -16, 0)
    taken = _write(painter, end, who(event), "second", "text2", Qt.AlignmentFlag.AlignRight)
    middle = rect.adjusted(92, 0, -16 - taken - (24 if taken else 0), 0)
    said = _write(painter, middle, words.text, "body", "text")
    if words.by and said < middle.width() - 60:
        _write(painter, middle.adjusted(said + 12, 0, 0, 0), words.by, "second", "text2")


def _write(
    painter: QPainter, rect: QRect, text: str, use: str, role: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> int:
    """As much of it as there is room for; how wide that is."""
    painter.setFont(typography.tail_font(use) if side is Qt.AlignmentFlag.AlignRight else typography.font(use))
    painter.setPen(theme.colour(role))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), cut)
    return painter.fontMetrics().horizontalAdvance(cut)
