"""Which token, what is left, and what can be done with its PINs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.actions.overview import State
from tokenmgr.model.token import Ability
from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.icons import Icon
from tokenmgr.ui.token_head import show_head
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.flow import Flow
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.widgets.tries_line import TriesLine
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ui.screen import Screen

#: Errand, and what the token must be able to; None: always there.
ACTS = (
    ("change-pin", Ability.CHANGE_PIN),
    ("unlock", None),
    ("set-pin", Ability.UNLOCK_BY_SO),
    ("change-so-pin", Ability.CHANGE_SO_PIN),
)


class TokenPart(Card):
    """The primary button is what this token needs next."""

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__()
        self._screen = screen
        self._shown: TokenGlance | None = None
        top = QVBoxLayout()
        top.setContentsMargins(16, 14, 16, 12)
        top.setSpacing(9)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        top.addLayout(self._head)
        self._tries = TriesLine(shown.overview.tries, lambda: screen.errands.run("tries", shown.id))
        top.addWidget(self._tries)
        self.column.addLayout(top)
        self.column.addWidget(Rule())
        self._acts = QVBoxLayout()
        self._acts.setContentsMargins(16, 12, 16, 12)
        self._acts.setSpacing(8)
        self.column.addLayout(self._acts)
        self.show_token(shown)

    def show_token(self, shown: TokenGlance) -> None:
        """What changed."""
        if shown == self._shown:
            return
        self._shown = shown
        show_head(self._head, shown)
        self._tries.show_tries(shown.overview.tries)
        clear(self._acts)
        self._fill_acts(shown)

    def _fill_acts(self, shown: TokenGlance) -> None:
        block = QWidget()
        flow = Flow(block)
        locked = shown.overview.state is State.LOCKED
        needed = "unlock" if locked else "change-pin"
        for name, needs in ACTS:
            if needs is None or needs in shown.token.abilities:
                flow.addWidget(self._button(name, shown, primary=name == needed, off=locked and name == "change-pin"))
        lock = "lock" if shown.unlocked else "log-on"
        flow.addWidget(self._button(lock, shown, primary=False, off=locked and lock == "log-on"))
        self._acts.addWidget(block)
        if locked:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(Icon("info", 14, "text2"))
            why = translate("PinPage", "While it is locked its PIN cannot be changed or used: unlock it first.")
            line.addWidget(Text(why, "second", "text2", wrap=True), 1)
            self._acts.addLayout(line)

    def _button(self, name: str, shown: TokenGlance, *, primary: bool, off: bool) -> QPushButton:
        run, token = self._screen.errands.run, shown.id
        kind = "primary" if primary else ""
        made = button(text_of(name), lambda: run(name, token), icon=ERRANDS[name].icon, kind=kind)
        made.setEnabled(not off)
        return made
