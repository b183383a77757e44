"""What a dialog turns into before the last try is spent: the risk, the way back if there is one, and a word to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tokenmgr.model.pin import Certainty, PinKind
from tokenmgr.ui.pins.words import gap, in_sentence, puk_words
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.widgets.fields import labelled
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.widgets.token_line import Glyph
from tokenmgr.ui.words import language, term, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.model.token import TokenId

NAME_WIDTH = 112


class LastTryPage(QWidget):
    """`agreed` once the word stands in the field."""

    changed = Signal()

    def __init__(
        self, token: TokenId, kind: PinKind, tries: TriesLeft, profile: Profile | None, *, puk: bool = False
    ) -> None:
        super().__init__()
        self._word = token.tail or translate("PinDialogs", "yes")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(warning("octagon", *_risk(kind, tries)))
        column.addWidget(Rule())
        if kind is PinKind.USER:
            column.addWidget(Facts(_after(profile, puk=puk), NAME_WIDTH))
        self._field = QLineEdit()
        self._field.setFixedHeight(34)
        self._field.setMaxLength(40)
        self._field.textChanged.connect(lambda _text: self.changed.emit())
        shown = visible(self._word)
        asked = translate("PinDialogs", "To go on, type the end of the serial number: {word}")
        other = translate("PinDialogs", "To go on, type: {word}")
        column.addWidget(labelled((asked if token.tail else other).format(word=shown), self._field))
        self.setFocusProxy(self._field)

    @property
    def agreed(self) -> bool:
        """Only a clear yes is a yes."""
        return self._field.text().strip().casefold() == self._word.casefold()


def warning(icon: str, title: str, text: str) -> QHBoxLayout:
    """A bad thing, large enough not to be overlooked."""
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(Glyph(icon, 40, "bad"), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Text(title, "card", wrap=True))
    words.addWidget(Text(text, "second", "text2", wrap=True))
    line.addLayout(words, 1)
    return line


def _risk(kind: PinKind, tries: TriesLeft) -> tuple[str, str]:
    pin = in_sentence(kind)
    sure = tries.certainty is Certainty.EXACT
    title = (
        translate("PinDialogs", "This is the last try") if sure else translate("PinDialogs", "This may be the last try")
    )
    locks = translate("PinDialogs", "If this {pin} is wrong, it is locked.").format(pin=pin)
    stopped = translate("PinDialogs", "It has not been sent yet, no try is used.")
    advice = translate("PinDialogs", "Wait if you are not sure: the token keeps its last try for as long as you like.")
    return title, gap().join((locks, stopped, advice))


def _after(profile: Profile | None, *, puk: bool) -> list[Fact]:
    """How it would be set free, and what that costs. A PUK, where the token knows one, whatever its issuer says."""
    name, cost = translate("PinDialogs", "Once locked"), translate("PinDialogs", "Cost")
    if puk:
        return [Fact(name, puk_words())]
    if profile is None:
        return [Fact(name, translate("PinDialogs", "Issuer not known: ask whoever gave you the token"))]
    ways = translate("PinDialogs", ", ").join(term(way) for way in profile.unlock.ways)
    issuer = profile.called(language().value)
    fee = profile.unlock.fee.in_language(language().value) if profile.unlock.fee else term("not-published")
    whose = translate("PinDialogs", "{issuer}: {ways}").format(issuer=issuer, ways=ways)
    return [Fact(name, whose), Fact(cost, fee)]
