"""What can be done with a row of the tree, in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.token import Ability
from tokenmgr.ui import icons
from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.panels.tokens.tree_nodes import deletable
from tokenmgr.ui.token_menu import fill
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ui.panels.tokens.tree_nodes import Node
    from tokenmgr.ui.screen import Screen

#: What an administrator does with a token.
OFFICER = (
    ("log-on-officer", Ability.UNLOCK_BY_SO),
    ("set-pin", Ability.UNLOCK_BY_SO),
    ("change-so-pin", Ability.CHANGE_SO_PIN),
)


def fill_menu(menu: QMenu, screen: Screen, node: Node, shown: TokenGlance | None) -> None:
    """Nothing where there is nothing to do."""
    writes = shown is not None and Ability.STORE in shown.token.abilities
    if node.kind == "token" and shown is not None:
        fill(menu, screen, shown)
        _officer(menu, screen, shown)
    elif node.kind == "certificate":
        _entry(menu, screen, "certificates", node, translate("TokensPage", "Details..."))
        _entry(menu, screen, "export", node)
    elif node.kind in {"own", "ca", "keys"} and writes:
        _entry(menu, screen, "import", node)
    elif node.kind == "tokens":
        menu.addAction(icons.icon("refresh"), translate("TokensPage", "Look again"), screen.look_again)
        _entry(menu, screen, "practise", node)
    elif node.kind == "client":
        _entry(menu, screen, "settings", node)
    if writes and deletable(node):
        menu.addSeparator()
        _entry(menu, screen, "delete", node, translate("TokensPage", "Delete..."))


def _officer(menu: QMenu, screen: Screen, shown: TokenGlance) -> None:
    wanted = [errand for errand, ability in OFFICER if ability in shown.token.abilities]
    if wanted:
        menu.addSeparator()
    if shown.officer_minutes and "log-on-officer" in wanted:
        wanted[0] = "log-off"
    for errand in wanted:
        action = menu.addAction(icons.icon(ERRANDS[errand].icon), text_of(errand))
        action.triggered.connect(lambda _checked=False, errand=errand: screen.errands.run(errand, shown.id))


def _entry(menu: QMenu, screen: Screen, errand: str, node: Node, text: str = "") -> None:
    about = node.about if node.kind in {"certificate", "key", "object"} else None
    action = menu.addAction(icons.icon(ERRANDS[errand].icon), text or text_of(errand))
    action.triggered.connect(lambda _checked=False: screen.errands.run(errand, node.token, about))
