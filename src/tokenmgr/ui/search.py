"""The search: type a few letters of what you want, Return does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.search_index import hits
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.fields import SearchField
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.search_index import Hit

ROW = 36
#: Rows that are seen at once.
SEEN = 9
ABOUT = Qt.ItemDataRole.UserRole
ICON = Qt.ItemDataRole.UserRole + 1
HIT = Qt.ItemDataRole.UserRole + 2
WALKS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SearchSheet(Sheet):
    """The keyboard stays in the field; arrows walk through what was found."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, translate("Search", "Search"))
        self._field = SearchField(translate("Search", "What do you want to do?"), self._show)
        self._field.installEventFilter(self)
        self._list = Results()
        self._list.itemClicked.connect(self._run)
        self._nothing = Text(
            translate("Search", "Nothing is called that. Try another word, such as PIN, certificate or language."),
            role="text2",
            wrap=True,
        )
        self._nothing.setMinimumHeight(ROW)
        for part in (self._field, self._list, self._nothing):
            self.body.addWidget(part)
        self.foot_close()
        self.foot_note(translate("Search", "Arrow keys to choose, Return to open"))
        self._show("")

    def _show(self, query: str) -> None:
        found = hits(self.screen, query)
        self._list.fill(found)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.settle()

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        hit: Hit = item.data(HIT)
        self.accept()  # first, for what it opens may want to lie here
        hit.run()

    def showEvent(self, event: QShowEvent) -> None:
        """Typing begins at once."""
        super().showEvent(event)
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return runs what is chosen."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.screen_focus() is self._field:
            self._run(self._list.currentItem())
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list hears the arrow keys though the field has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in WALKS:
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


class Results(QListWidget):
    """What was found, the first chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Search", "Found"))
        self.setItemDelegate(_Row(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setStyleSheet("QListWidget { background: transparent; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, found: list[Hit]) -> None:
        """Others than before."""
        self.clear()
        for hit in found:
            item = QListWidgetItem(hit.text)
            item.setData(ABOUT, hit.about)
            item.setData(ICON, hit.icon)
            item.setData(HIT, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.text}, {hit.about}".rstrip(", "))
            self.addItem(item)
        self.setCurrentRow(0)
        self.setFixedHeight(ROW * min(len(found), SEEN))


class _Row(QStyledItemDelegate):
    """Icon, what it is; at the end, what it is about."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(rect, 4, 4)
        role = "accent_text" if chosen else "text"
        scale = painter.device().devicePixelRatioF()
        icons.paint(painter, index.data(ICON), rect.left() + 10, rect.top() + (ROW - 16) // 2, 16, role, scale)
        words = rect.adjusted(38, 0, -10, 0)
        about = words.adjusted(words.width() * 3 // 5, 0, 0, 0)
        _write(painter, about, index.data(ABOUT), "second", "text2", Qt.AlignmentFlag.AlignRight)
        if index.data(ABOUT):
            words.setRight(about.left() - 8)
        _write(painter, words, index.data(), "strong" if chosen else "body", role, Qt.AlignmentFlag.AlignLeft)
        painter.restore()


def _write(painter: QPainter, rect: QRect, text: str, use: str, role: str, side: Qt.AlignmentFlag) -> None:
    painter.setFont(typography.tail_font(use) if side is Qt.AlignmentFlag.AlignRight else typography.font(use))
    painter.setPen(theme.colour(role))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), cut)
