"""The tree on the screen: rows 28 high, an arrow, an icon, a name, and a number at the right end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.panels.tokens.tree_model import TreeModel

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QItemSelection
    from PySide6.QtGui import QKeyEvent

    from tokenmgr.ui.panels.tokens.tree_nodes import Key, Node

ROW, INDENT, ICON, ARROW = 28, 18, 16, 14
PAD = 8
#: Rows are painted here, with round corners.
BARE = "QTreeView::item, QTreeView::item:hover, QTreeView::item:selected { background: transparent; }"
#: Rows are fetched so many pixels before they are seen.
AHEAD = 10 * ROW

Index = QModelIndex | QPersistentModelIndex


class Rows(QStyledItemDelegate):
    """Paints a row but for its arrow."""

    def __init__(self, view: TokenTree) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All alike."""
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon, name, tail, number."""
        node = self._view.tree.node(index)
        if node is None:
            return
        area: QRect = option.rect
        chosen = self._view.selectionModel().isSelected(index)
        role = "accent_text" if chosen else "text"
        top = area.y() + (ROW - ICON) // 2
        icons.paint(painter, node.icon, area.x() + 2, top, ICON, role if chosen else "text2", self._view.scale)
        right = area.right() - PAD
        right -= _number(painter, node, area, right)
        _name(painter, node, QRect(area.x() + 2 + ICON + 6, area.y(), right - area.x() - ICON - 8, ROW), chosen=chosen)


def _number(painter: QPainter, node: Node, area: QRect, right: int) -> int:
    """How much of the row it takes."""
    if not node.count:
        return 0
    painter.setFont(typography.font("second"))
    width = QFontMetrics(painter.font()).horizontalAdvance(node.count)
    painter.setPen(theme.colour("text2"))
    painter.drawText(QRect(right - width, area.y(), width + 1, ROW), Qt.AlignmentFlag.AlignVCenter, node.count)
    return width + 8


def _name(painter: QPainter, node: Node, room: QRect, *, chosen: bool) -> None:
    use = "strong" if chosen else "body"
    tail = f"·{node.tail}" if node.tail else ""
    wide = QFontMetrics(typography.tail_font(use)).horizontalAdvance(tail) + 4 if tail else 0
    painter.setFont(typography.font(use))
    painter.setPen(theme.colour("accent_text" if chosen else "text"))
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(node.text, Qt.TextElideMode.ElideMiddle, room.width() - wide)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
    if tail:
        painter.setFont(typography.tail_font(use))
        left = room.x() + metrics.horizontalAdvance(shown) + 4
        painter.drawText(QRect(left, room.y(), wide, ROW), Qt.AlignmentFlag.AlignVCenter, tail)


class TokenTree(QTreeView):
    """Arrows move, Return opens, Menu shows what can be done, Del deletes."""

    #: The Node that has the keyboard.
    picked = Signal(object)
    #: A Node was double-clicked, or Return pressed on it.
    opened = Signal(object)
    #: (Node, where on the screen)
    menu_wanted = Signal(object, QPoint)
    delete_wanted = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._quiet = False
        self._hovered = 0
        self.tree = TreeModel()
        self.setModel(self.tree)
        self.setItemDelegate(Rows(self))
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setRootIsDecorated(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setStyleSheet(BARE)
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._hover(index.internalId()))
        self.viewportEntered.connect(lambda: self._hover(0))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.fill())
        self.expanded.connect(lambda _index: self.fill())
        self.activated.connect(lambda index: self.opened.emit(self.tree.node(index)))

    @property
    def scale(self) -> float:
        """Of this screen."""
        return self.devicePixelRatioF()

    @property
    def node(self) -> Node | None:
        """The one that has the keyboard."""
        return self.tree.node(self.currentIndex())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which one it is."""
        super().selectionChanged(selected, deselected)
        if not self._quiet and self.node is not None and not selected.isEmpty():
            self.picked.emit(self.node)

    def choose(self, key: Key) -> bool:
        """Move to a row that shows, without telling; whether there is one."""
        index = self.tree.find(key)
        if not index.isValid():
            return False
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        return True

    def open_nodes(self) -> list[Node]:
        """Those whose rows show."""
        found: list[Node] = []
        level = self.tree.opened(QModelIndex())
        while level:
            now = [node for node in level if self.isExpanded(self.tree.at(node))]
            found += now
            level = [child for node in now for child in node.children if child.branch is not None]
        return found

    def reopen(self, keys: set[Key]) -> None:
        """Open the rows with these keys, from the top down."""
        level = self.tree.opened(QModelIndex())
        while level:
            now = [node for node in level if node.key in keys and node.branch is not None]
            for node in now:
                self.setExpanded(self.tree.at(node), True)
            level = [child for node in now for child in self.tree.opened(self.tree.at(node))]

    def fill(self) -> None:
        """Where the end of a branch comes into sight and more of it wait, they come."""
        for node in list(self.tree.partly):
            if self.isExpanded(self.tree.at(node)):
                end = self.visualRect(self.tree.at(node.children[-1]))
                if end.isValid() and end.top() < self.viewport().height() + AHEAD:
                    self.tree.more(node)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The chosen row is marked from end to end."""
        chosen = self.selectionModel().isSelected(index)
        if chosen or index.internalId() == self._hovered:
            area = QRectF(0, option.rect.y(), self.viewport().width(), ROW)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(area, 4, 4)
            painter.restore()
        super().drawRow(painter, option, index)

    def _hover(self, number: int) -> None:
        self._hovered = number
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is over none."""
        super().leaveEvent(event)
        self._hover(0)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """An arrow where there is something under it."""
        if not self.tree.hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        top = rect.y() + (ROW - ARROW) // 2
        icons.paint(painter, name, rect.right() - ARROW, top, ARROW, "text2", self.scale)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the mouse, or under the row where the key was pressed."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            node, at = self.tree.node(self.indexAt(event.pos())), event.globalPos()
        else:
            area = self.visualRect(self.currentIndex())
            node, at = self.node, self.viewport().mapToGlobal(QPoint(area.x() + ICON, area.bottom()))
        if node is not None:
            self.menu_wanted.emit(node, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del; the rest is the tree's own."""
        if event.key() == Qt.Key.Key_Delete and self.node is not None:
            self.delete_wanted.emit(self.node)
        else:
            super().keyPressEvent(event)
