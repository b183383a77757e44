"""The head of every dialog: which token, its tail, who asks and why; what is left, and how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.model.pin import PinKind
from tokenmgr.ui import icons, theme
from tokenmgr.ui.widgets.chip import Chip, certainty_words, practice_chip
from tokenmgr.ui.widgets.meter import ROLES, Meter, tone
from tokenmgr.ui.widgets.text import Elided, Tail, Text
from tokenmgr.ui.words import language, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.pin import TriesLeft


#: A square from here on bears a larger icon.
LARGE = 40


class Glyph(QWidget):
    """An icon in a softly framed square: a token, or a flask for practice."""

    def __init__(
        self,
        icon: str,
        side: int = 40,
        tone: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        size: int = 0,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._role, self._size = icon, tone, role, size
        self.setFixedSize(side, side)

    def show_as(self, icon: str, tone: str = "") -> None:
        """Another icon, or another colour."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Square, icon in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if self._tone else QPen(theme.colour("border")))
        painter.setBrush(theme.colour(f"{self._tone}_soft" if self._tone else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        usual = 26 if self.width() >= LARGE and not self._tone else 18 if self.width() < LARGE else 22
        size = self._size or usual
        role = self._role or {"": "text", "accent": "accent_text"}.get(self._tone, self._tone)
        at = (self.width() - size) // 2
        icons.paint(painter, self._icon, at, at, size, role, self.devicePixelRatioF())


def family_words(shown: TokenGlance) -> list[str]:
    """Issuer and maker, as far as they are known."""
    issuer = shown.issuer.called(language().value) if shown.issuer else ""
    maker = shown.token.id.manufacturer
    if shown.practice:
        return [translate("Tokens", "{issuer} rules").format(issuer=issuer)] if issuer else []
    words = (issuer, visible(maker))
    return [word for number, word in enumerate(words) if word and not (number and word.lower() in issuer.lower())]


class TokenLine(QWidget):
    """496 wide dialogs begin with it."""

    def __init__(self, shown: TokenGlance, asked_by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = PinKind.USER
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Glyph("flask" if shown.practice else "token"))
        names = QVBoxLayout()
        names.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(4)
        self._name = Elided(visible(shown.name), "card")
        first.addWidget(self._name)
        first.addWidget(Tail(visible(shown.id.tail), "card", "text2"))
        if shown.practice:
            first.addWidget(practice_chip())
        first.addStretch(1)
        names.addLayout(first)
        names.addWidget(
            Elided("  |  ".join([asked_by, *family_words(shown)]), "second", "text2", Qt.TextElideMode.ElideRight)
        )
        line.addLayout(names, 1)
        self._tries = Tries(shown.overview.tries)
        line.addWidget(self._tries)
        self.show_token(shown)

    def count(self, kind: PinKind) -> None:
        """Only the user's PIN is counted in what is known at a glance; for others nothing is shown."""
        self._kind = kind
        self._tries.setVisible(kind is PinKind.USER)

    def show_tries(self, tries: TriesLeft) -> None:
        """What is known of the PIN that is asked for."""
        self._tries.show()
        self._tries.show_tries(tries)

    def show_token(self, shown: TokenGlance) -> None:
        """What is known now."""
        if self._kind is PinKind.USER:
            self._tries.show_tries(shown.overview.tries)


class Tries(QWidget):
    """Number, certainty, cells: 150 wide."""

    def __init__(self, tries: TriesLeft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        line = QHBoxLayout()
        line.setSpacing(5)
        self._before = Text(translate("Tries", "Left"), "second", "text2")
        self._number = Text("", "strong")
        self._of = Text("", "second", "text2")
        word, icon = certainty_words(tries.certainty)
        self._chip = Chip(word, icon)
        for each in (self._before, self._number, self._of):
            line.addWidget(each)
        line.addStretch(1)
        line.addWidget(self._chip)
        column.addLayout(line)
        self._meter = Meter(tries, 6)
        self._meter.setMinimumWidth(150)
        column.addWidget(self._meter)
        self.show_tries(tries)

    def show_tries(self, tries: TriesLeft) -> None:
        """What is known now."""
        self._number.say("?" if tries.at_most is None else str(tries.at_most))
        self._number.paint_as(ROLES[tone(tries)])
        self._of.say("" if tries.limit is None else translate("Tries", "/ {limit}").format(limit=tries.limit))
        self._chip.show_as(*certainty_words(tries.certainty))
        self._meter.show_tries(tries)
