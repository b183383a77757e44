"""The tree as Qt asks for it. Rows are known to Qt by number alone: nothing of a tree that is gone is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from tokenmgr.ui.panels.tokens.tree_nodes import PAGE, Key, Node, roots, token_count
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import Glance
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.token_reading import TokenReading

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class TreeModel(QAbstractItemModel):
    """`update` says whether everything was built anew."""

    def __init__(self) -> None:
        super().__init__()
        self._roots: list[Node] = []
        self._nodes: dict[int, Node] = {}
        self._shape: object = None
        self._next = 1
        #: Branches of which some rows still wait.
        self.partly: list[Node] = []

    def update(self, glance: Glance, reading: Callable[[TokenId], TokenReading | None]) -> bool:
        """What is known now. Where only names and numbers are others nothing moves."""
        shape = tuple((each.id, each.certificates, _shape_of(reading(each.id))) for each in glance.tokens)
        if shape == self._shape:
            self._relabel(glance)
            return False
        self._shape = shape
        self.beginResetModel()
        self._nodes, self.partly = {}, []
        self._roots = roots(glance, reading)
        for row, node in enumerate(self._roots):
            node.row = row
            self._number(node)
        self.endResetModel()
        return True

    def _relabel(self, glance: Glance) -> None:
        by_id = {each.id: each for each in glance.tokens}
        for node in self._roots[0].children:
            shown = by_id.get(node.token) if node.token else None
            if shown is None:
                continue
            before = (node.text, node.count, node.icon)
            node.text, node.count, node.about = visible(shown.name, 120), token_count(shown), shown
            if before != (node.text, node.count, node.icon):
                here = self.at(node)
                self.dataChanged.emit(here, here)

    def _number(self, node: Node) -> None:
        node.number = self._next
        self._nodes[node.number] = node
        self._next += 1

    def node(self, index: Index) -> Node | None:
        """The node of a row."""
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def at(self, node: Node) -> QModelIndex:
        """Where a node stands."""
        return self.createIndex(node.row, 0, node.number)

    def find(self, key: Key) -> QModelIndex:
        """Where the node with this key stands, if it shows. Nothing is opened for it that is not open."""
        found = next((node for node in self._nodes.values() if node.key == key), None)
        return self.at(found) if found is not None else QModelIndex()

    def opened(self, index: Index) -> list[Node]:
        """What is under a row, made now if it was not."""
        node = self.node(index)
        if node is None:
            return self._roots
        if not node.opened:
            node.open()
            for child in node.children:
                self._number(child)
            if node.waiting:
                self.partly.append(node)
        return node.children

    def more(self, node: Node) -> None:
        """The next of those that wait under a row."""
        first = len(node.children)
        last = first + min(PAGE, len(node.waiting)) - 1
        self.beginInsertRows(self.at(node), first, last)
        node.take(PAGE)
        for child in node.children[first:]:
            self._number(child)
        self.endInsertRows()
        if not node.waiting:
            self.partly.remove(node)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """A row under another."""
        children = self.opened(parent)
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override] # Qt has two of this name
        """The row it is under."""
        node = self.node(index)
        return self.at(node.parent) if node is not None and node.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many show under a row."""
        return len(self.opened(parent))

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        """Names; the numbers are painted beside them."""
        return 1

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        """Known without making them."""
        node = self.node(parent)
        return node is None or node.branch is not None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, also for whoever cannot see it."""
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return node.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(word for word in (node.text, node.tail, node.count) if word)
        return None


def _shape_of(reading: TokenReading | None) -> object:
    return None if reading is None else (reading.keys, reading.data)
