"""A new PIN, typed twice, with the rules it is measured by while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.ca.rules import check_new, looks_initial, refusals
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.session.typing_slips import slip
from tokenmgr.ui.pins.entry import PinEntry
from tokenmgr.ui.pins.rule_list import RuleList
from tokenmgr.ui.pins.strength import advice, strength, strength_words
from tokenmgr.ui.pins.words import slip_words
from tokenmgr.ui.sheet import WIDTH
from tokenmgr.ui.widgets.footer import SIDE
from tokenmgr.ui.widgets.strength_meter import StrengthMeter
from tokenmgr.ui.widgets.text import Elided, Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.ca.profile import Profile
    from tokenmgr.ca.rules import Finding
    from tokenmgr.model.pin import PinPolicy


class NewPin(QWidget):
    """Field, rules, strength, field again. `trouble` says why it cannot be used yet."""

    changed = Signal()

    def __init__(self, kind: PinKind, profile: Profile | None) -> None:
        super().__init__()
        self._kind, self._profile, self._policy = kind, profile, None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.first = PinEntry(new_name(kind))
        self._rules = RuleList(WIDTH - 2 * SIDE)
        self._meter = StrengthMeter()
        self._word = Text("", "second-strong")
        self._advice = Elided("", "second", "text2", Qt.TextElideMode.ElideRight)
        self.again = PinEntry(translate("PinDialogs", "New PIN again"))
        for each in (self.first, self._rules, self._strength_line(), self.again):
            column.addWidget(each)
        self.first.changed.connect(self._typed)
        self.again.changed.connect(self._typed)
        self._measure()

    _policy: PinPolicy | None

    def _strength_line(self) -> QWidget:
        block = QWidget()
        line = QHBoxLayout(block)
        line.setContentsMargins(0, 2, 0, 4)
        line.setSpacing(8)
        line.addWidget(Text(translate("PinDialogs", "Strength"), "second", "text2"))
        line.addWidget(self._meter)
        line.addWidget(self._word)
        line.addWidget(self._advice, 1)
        return block

    @property
    def text(self) -> str:
        """What was typed."""
        return self.first.text

    def empty(self) -> None:
        """Nothing typed."""
        self.first.empty()
        self.again.empty()

    def rule(self, policy: PinPolicy, profile: Profile | None) -> None:
        """What the token demands, once it has said so."""
        self._policy, self._profile = policy, profile
        self._measure()
        self.changed.emit()

    def trouble(self, other_than: str = "") -> str:
        """Why it cannot be used yet; "" where it can."""
        text = self.first.text
        if not text:
            return translate("PinDialogs", "Type the new PIN")
        if text == other_than:
            return translate("PinDialogs", "It is the same as the current one")
        return self._broken(text) or self._repeated(text, self.again.text)

    def _repeated(self, text: str, again: str) -> str:
        if not again:
            return translate("PinDialogs", "Type the new PIN once more")
        return "" if text == again else translate("PinDialogs", "The two new PINs differ")

    def _broken(self, text: str) -> str:
        """The first rule that must be kept and is not, in words."""
        slipped = _slip(text, self._policy)
        if slipped is not None:
            return slip_words(*slipped)
        for finding in refusals(self._findings(text)):
            return slip_words(finding.code, finding.value)
        return ""

    def _findings(self, text: str) -> list[Finding]:
        """Issuers' rules are for the user's PIN."""
        if self._kind is not PinKind.USER:
            return []
        return check_new(text, self._profile, self._policy)

    def _typed(self) -> None:
        self.first.forgive()
        self._measure()
        self.changed.emit()

    def _measure(self) -> None:
        text = self.first.text
        initial = self._profile is not None and self._kind is PinKind.USER and looks_initial(self._profile, text)
        findings = self._findings(text)
        if not text:
            findings = [each._replace(ok=False) for each in findings if each.code != "max-length"]
        self._rules.show_rules(findings)
        step = strength(text, initial=initial)
        self._meter.show_step(step)
        self._word.say(strength_words(step))
        self._word.setVisible(bool(step))
        self._advice.say(advice(text))
        same = bool(text) and text == self.again.text
        self.again.tick(translate("PinDialogs", "Same") if same else "")


def new_name(kind: PinKind) -> str:
    """What the field is called."""
    if kind is PinKind.SO:
        return translate("PinDialogs", "New administrator PIN")
    return translate("PinDialogs", "New PIN")


def _slip(text: str, policy: PinPolicy | None) -> tuple[str, int | None] | None:
    pin = Pin(text)
    found = slip(pin, policy.min_length if policy else None, policy.max_length if policy else None)
    pin.wipe()
    return found
