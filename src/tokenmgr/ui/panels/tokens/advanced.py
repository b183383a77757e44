"""The advanced view: the tree of everything on the left, all about the chosen row on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from tokenmgr.ui import theme
from tokenmgr.ui.panels.tokens.detail import Detail
from tokenmgr.ui.panels.tokens.recent import events_of
from tokenmgr.ui.panels.tokens.row_menu import fill_menu
from tokenmgr.ui.panels.tokens.subjects import details_section, subject
from tokenmgr.ui.panels.tokens.tree_nodes import deletable, token_key
from tokenmgr.ui.panels.tokens.tree_view import TokenTree
from tokenmgr.ui.token_reading import Readings
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ui.panels.tokens.tree_nodes import Key, Node
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.token_facts import Section

TREE_WIDTH, NARROW_TREE = 300, 240
#: Narrower than this the tree gives way.
WIDE = 820


class AdvancedView(QWidget):
    """Choosing a token in the tree chooses it everywhere."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._glance: Glance = screen.glance
        self._readings = Readings(screen, self)
        self._readings.arrived.connect(lambda _token: self._show())
        self._key: Key = ()
        #: The certificate that is being read in full.
        self._read_of: Key = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 1, 1, 1)
        line.setSpacing(0)
        self.tree = TokenTree(translate("TokensPage", "Everything on the tokens"))
        self.tree.picked.connect(self._picked)
        self.tree.opened.connect(self._opened)
        self.tree.menu_wanted.connect(self._menu)
        self.tree.delete_wanted.connect(self._delete)
        self._left = QWidget()
        self._left.setFixedWidth(TREE_WIDTH)
        around = QHBoxLayout(self._left)
        around.setContentsMargins(7, 8, 8, 8)
        around.addWidget(self.tree)
        line.addWidget(self._left)
        self._detail = Detail(screen, self._menu_under)
        line.addWidget(self._detail, 1)
        screen.choices.changed.connect(self._chosen)

    def show_token(self, shown: TokenGlance, glance: Glance) -> None:
        """What is known now. A token that was chosen elsewhere is chosen in the tree too."""
        self._glance = glance
        self._readings.want(shown)
        wanted = token_key(shown.id)
        elsewhere = self._key[:4] != wanted and self._key not in {("tokens",), ("client",)}
        if elsewhere:
            self._key = wanted
        self._show()
        if elsewhere:
            self.tree.reopen({("tokens",), *_usually_open(wanted)})

    def _show(self) -> None:
        opened = self._opened_keys()
        at = self.tree.verticalScrollBar().value()
        if self.tree.tree.update(self._glance, self._readings.known):
            self._reopen(opened)
            self.tree.verticalScrollBar().setValue(at)
        if not self.tree.choose(self._key):
            self._key = next((token_key(each.id) for each in self._glance.tokens), ())
            self.tree.choose(self._key)
        self._tell()

    def _chosen(self, _name: str) -> None:
        """The program's own settings are among the rows."""
        self._tell()

    def _opened_keys(self) -> set[Key]:
        return {node.key for node in self.tree.open_nodes()}

    def _reopen(self, keys: set[Key]) -> None:
        """As it was before; the first time the chosen token with what is on it."""
        if not keys:
            keys = {("tokens",), *_usually_open(self._key)}
        self.tree.reopen(keys)

    def _picked(self, node: Node) -> None:
        self._key = node.key
        if node.token is not None and (self._screen.token is None or node.token != self._screen.token.id):
            self._screen.choose(node.token)
        self._tell()

    def _tell(self) -> None:
        node = self.tree.node
        if node is None:
            return
        shown = self._glance.token(node.token) if node.token is not None else None
        if shown is not None:
            self._readings.want(shown)
        reading = self._readings.known(node.token) if node.token is not None else None
        about = subject(node, shown, reading, self._screen.choices.now)
        events = events_of(shown, self._glance) if shown is not None and node.kind == "token" else ()
        self._detail.show_subject(about, node.token, events, self._glance.taken)
        if node.kind == "certificate":
            self._read_details(node)

    def _read_details(self, node: Node) -> None:
        der = node.about.facts.der  # type: ignore[attr-defined]
        if not self._detail.bare or self._read_of == node.key:
            return
        self._read_of = node.key

        def done(section: Section) -> None:
            self._read_of = ()
            if self._key == node.key:
                self._detail.add(section)

        self._screen.bridge.run(lambda: details_section(der), done, owner=self)

    def _opened(self, node: Node | None) -> None:
        if node is not None and node.kind == "certificate":
            self._screen.errands.run("certificates", node.token, node.about)
        elif node is not None and node.kind == "client":
            self._screen.errands.run("settings")

    def _delete(self, node: Node) -> None:
        if node.kind == "token":
            self._screen.errands.run("delete", node.token, None)
        elif deletable(node):
            self._screen.errands.run("delete", node.token, node.about)

    def _menu(self, node: Node, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self._glance.token(node.token) if node.token is not None else None
        fill_menu(menu, self._screen, node, shown)
        if menu.actions():
            menu.popup(at)

    def _menu_under(self, under: QWidget) -> None:
        node = self.tree.node
        if node is not None:
            self._menu(node, under.mapToGlobal(under.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tree gives way where the window is narrow."""
        super().resizeEvent(event)
        self._left.setFixedWidth(TREE_WIDTH if self.width() >= WIDE else NARROW_TREE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One card: sunken left, a surface right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(body, 8, 8)
        painter.fillPath(path, theme.colour("surface"))
        painter.setClipPath(path)
        painter.fillRect(0, 0, self._left.width() + 1, self.height(), theme.colour("sunken"))
        painter.fillRect(self._left.width() + 1, 0, 1, self.height(), theme.colour("border"))
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour("border")))
        painter.drawPath(path)


def _usually_open(token: Key) -> set[Key]:
    """A token that was chosen, and what is on it."""
    return {token, *((*token, kind) for kind in ("own", "ca", "keys", "settings"))}
