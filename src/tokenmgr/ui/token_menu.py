"""The menu of a token: what can be done with it, wherever it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tokenmgr.model.token import Ability
from tokenmgr.ui import icons
from tokenmgr.ui.errands import ERRANDS, text_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ui.screen import Screen

#: "" is a line between.
ENTRIES = (
    ("change-pin", Ability.CHANGE_PIN),
    ("unlock", None),
    ("certificates", None),
    ("self-test", Ability.SIGN),
    ("", None),
    ("rename", None),
    ("information", None),
    ("import", Ability.STORE),
    ("", None),
    ("delete", Ability.STORE),
    ("initialise", Ability.INITIALISE),
)


def fill(menu: QMenu, screen: Screen, shown: TokenGlance) -> None:
    """What this token can do; what it cannot is not there."""
    lock = "lock" if shown.unlocked else "log-on"
    for name, needs in ((lock, None), *ENTRIES):
        if not name:
            menu.addSeparator()
        elif needs is None or needs in shown.token.abilities:
            errand = ERRANDS[name]
            action = menu.addAction(icons.icon(errand.icon), text_of(name))
            action.triggered.connect(lambda _checked=False, name=name: screen.errands.run(name, shown.id))


def token_menu(screen: Screen, shown: TokenGlance, under: QWidget) -> None:
    """Open it under a button."""
    menu = QMenu(under)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill(menu, screen, shown)
    menu.popup(under.mapToGlobal(under.rect().bottomLeft()))
