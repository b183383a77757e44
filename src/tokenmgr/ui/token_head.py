"""The head of a token's card: glyph, name, issuer and tail, and the chip of its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from tokenmgr.ui.token_words import state_words
from tokenmgr.ui.widgets.chip import Chip, practice_chip
from tokenmgr.ui.widgets.lines import joined
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Elided, Tail
from tokenmgr.ui.widgets.token_line import Glyph, family_words
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.glance import TokenGlance

#: By its name one token is told from another, so this much of it always shows.
NAME_WIDTH = 112


def show_head(line: QHBoxLayout, shown: TokenGlance) -> None:
    """Fill a line anew; what else stands there comes after."""
    clear(line)
    line.addWidget(Glyph("flask" if shown.practice else "token"))
    names = QVBoxLayout()
    names.setSpacing(0)
    first = QHBoxLayout()
    first.setSpacing(8)
    name = Elided(visible(shown.name), "card")
    name.setMinimumWidth(min(name.sizeHint().width(), NAME_WIDTH))
    first.addWidget(name)
    if shown.practice:
        first.addWidget(practice_chip())
    first.addStretch(1)
    names.addLayout(first)
    families = [Elided(word, "second", "text2", Qt.TextElideMode.ElideRight) for word in family_words(shown)]
    names.addWidget(joined(*families, Tail(visible(shown.id.tail))))
    line.addLayout(names, 1)
    state = state_words(shown)
    line.addWidget(Chip(state.text, state.icon, state.tone))
