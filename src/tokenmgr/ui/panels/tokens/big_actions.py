"""The six things people do with a token, large, in the order they know."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.model.token import Ability
from tokenmgr.ui.unlocking import can_unlock
from tokenmgr.ui.widgets.card import PressableCard
from tokenmgr.ui.widgets.page import GAP
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import language, translate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ui.screen import Screen

HEIGHT = 82  # 80, and the shadow
TILE = 44
#: Narrower than this two stand in a row.
THREE_COLUMNS = 720


class Deed(NamedTuple):
    """One of the six. Without an errand it cannot be done, and `text` says why."""

    icon: str
    tone: str
    title: str
    text: str
    errand: str


def deeds(shown: TokenGlance) -> tuple[Deed, ...]:
    """Rename, change PIN, unlock, delete, information, disconnect."""
    return (
        Deed(
            "rename",
            "",
            translate("TokensPage", "Rename"),
            translate("TokensPage", "Give the token a name you recognise"),
            "rename",
        ),
        _change(shown),
        _unlock(shown),
        _delete(shown),
        Deed(
            "info",
            "",
            translate("TokensPage", "View information"),
            translate("TokensPage", "Memory, firmware, tries left; to copy or save"),
            "information",
        ),
        _disconnect(shown),
    )


def _change(shown: TokenGlance) -> Deed:
    title = translate("TokensPage", "Change PIN")
    if Ability.CHANGE_PIN not in shown.token.abilities:
        return Deed("pin", "", title, translate("TokensPage", "This token's PIN cannot be changed here"), "")
    text = translate("TokensPage", "Needs the current PIN; nothing goes online")
    return Deed("pin", "accent", title, text, "change-pin")


def _unlock(shown: TokenGlance) -> Deed:
    title = translate("TokensPage", "Unlock")
    if can_unlock(shown):
        by_puk = Ability.UNLOCK_BY_PUK in shown.token.abilities
        puk = translate("TokensPage", "With the PUK, when the PIN is locked or forgotten")
        so = translate("TokensPage", "By an administrator, when the PIN is locked or forgotten")
        return Deed("unlock", "", title, puk if by_puk else so, "unlock")
    if shown.issuer is None:
        return Deed("unlock", "", title, translate("TokensPage", "Not possible with this token here"), "")
    text = translate("TokensPage", "{issuer} does not unlock it here; see what to do")
    if shown.issuer.unlock.possible is False:
        text = translate("TokensPage", "{issuer} offers no unlocking; see what to do")
    return Deed("unlock", "", title, text.format(issuer=shown.issuer.called(language().value)), "way-out")


def _delete(shown: TokenGlance) -> Deed:
    title = translate("TokensPage", "Delete content")
    if Ability.STORE not in shown.token.abilities:
        return Deed("trash", "", title, translate("TokensPage", "This token cannot be written to here"), "")
    text = translate("TokensPage", "Certificates and private keys cannot be brought back")
    return Deed("trash", "bad", title, text, "delete")


def _disconnect(shown: TokenGlance) -> Deed:
    title = translate("TokensPage", "Disconnect")
    if not shown.practice:
        return Deed("eject", "", title, translate("TokensPage", "Only for virtual tokens"), "")
    return Deed("eject", "", title, translate("TokensPage", "Put the practice tokens away"), DISCONNECT)


#: No errand of the program's: only practice tokens know it.
DISCONNECT = "disconnect"


class BigAction(PressableCard):
    """Tile, title, and what to know before pressing."""

    def __init__(self, deed: Deed) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        able = bool(deed.errand)
        self._flat = not able
        if not able:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self._role = "sunken"
        self._able = able
        self.setAccessibleName(deed.title)
        self.setAccessibleDescription(deed.text)
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(16)
        role = "disabled" if not able else "" if deed.tone else "text2"
        line.addWidget(Glyph(deed.icon, TILE, deed.tone, role=role, size=20))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(Elided(deed.title, "card", "text" if able else "disabled"))
        words.addWidget(Text(deed.text, "second", "text2", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        self.column.addLayout(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing where it cannot be done."""
        if self._able:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing where it cannot be done."""
        if self._able:
            super().keyPressEvent(event)


class BigActions(QWidget):
    """Three a row, two where the window is narrow."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._deeds: tuple[Deed, ...] = ()
        self._shown: TokenGlance | None = None
        self._cards: list[BigAction] = []
        self._columns = 3
        self.setMinimumWidth(2 * 180 + GAP)  # whatever three in a row would want
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP - 2)

    def show_token(self, shown: TokenGlance) -> None:
        """What can be done with this one."""
        self._shown = shown
        wanted = deeds(shown)
        if wanted == self._deeds:
            return
        self._deeds = wanted
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [BigAction(deed) for deed in wanted]
        for card, deed in zip(self._cards, wanted, strict=True):
            card.pressed.connect(lambda errand=deed.errand: self._press(errand))
        self._order()

    def _press(self, errand: str) -> None:
        if errand == DISCONNECT:
            self._screen.practise(False)
        elif self._shown is not None:
            self._screen.errands.run(errand, self._shown.id)

    def _order(self) -> None:
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(number, self._columns))
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as fit."""
        super().resizeEvent(event)
        columns = 3 if self.width() >= THREE_COLUMNS else 2
        if columns != self._columns:
            self._columns = columns
            self._order()
