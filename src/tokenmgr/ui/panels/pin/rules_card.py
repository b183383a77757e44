"""What issuer and token ask of a PIN: what must be, what is advised, where the first one is found, how many tries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from tokenmgr.ca.profile import When
from tokenmgr.ca.rules import check_new
from tokenmgr.ui.pins.entry import Aside
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import language, term, translate
from tokenmgr.wording.rules import rule_words

if TYPE_CHECKING:
    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.pin import PinPolicy
    from tokenmgr.ui.screen import Screen

NAME_WIDTH = 96
#: Every token has a longest PIN; only a short one is worth a word.
LONG = 64


class RulesCard(Card):
    """The token's own rules are asked for in the background and added when they come."""

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__()
        self._profile = shown.issuer
        self._policy: PinPolicy | None = None
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(16, 14, 16, 14)
        self._lines.setSpacing(8)
        self.column.addLayout(self._lines)
        self._fill()
        token = shown.id
        screen.bridge.run(lambda: screen.session(token).policy(), self._told, owner=self)

    def show_token(self, shown: TokenGlance) -> None:
        """Its issuer may become known later."""
        if shown.issuer is not self._profile:
            self._profile = shown.issuer
            self._fill()

    def _told(self, policy: PinPolicy) -> None:
        self._policy = policy
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        profile = self._profile
        whose = profile.called(language().value) if profile else term("no-profile")
        title = translate("PinPage", "Rules of {issuer}").format(issuer=whose)
        self._lines.addWidget(Text(title, "section", wrap=True))
        must, advised = rules(profile, self._policy)
        self._line(term("enforced"), must)
        self._line(term("recommended"), advised)
        self._lines.addWidget(Facts([Fact(term("limit"), limit_words(profile))], NAME_WIDTH))
        for aside in _asides(profile):
            self._lines.addWidget(aside)

    def _line(self, name: str, demands: list[str]) -> None:
        self._lines.addWidget(Text(name, "second", "text2"))
        text = translate("PinPage", "; ").join(demands) or translate("PinPage", "Nothing said")
        self._lines.addWidget(Text(text, wrap=True))


def rules(profile: Profile | None, policy: PinPolicy | None) -> tuple[list[str], list[str]]:
    """What must be, and what is advised, in words."""
    findings = check_new("", profile, policy)
    must: list[str] = []
    advised: list[str] = []
    for finding in findings:
        dull = finding.code == "max-length" and isinstance(finding.value, int) and finding.value > LONG
        text = rule_words(finding.code, finding.value, language())
        if text and not dull:
            (must if finding.enforced else advised).append(text)
    return must, advised


def limit_words(profile: Profile | None) -> str:
    """How many wrong PINs lock it."""
    limit = profile.pin.limit if profile is not None else None
    if limit is None:
        return term("not-published")
    return translate("PinPage", "{limit} wrong PINs lock the token").format(limit=limit)


def _asides(profile: Profile | None) -> list[Aside]:
    if profile is None:
        return []
    tongue, pin = language().value, profile.pin
    lines = [("info", pin.initial.hint, "text2")] if pin.initial else []
    lines += [("shield", pin.note, "text2")] if pin.note else []
    lines += [("triangle", warn.text, "warn") for warn in profile.warnings if warn.when is When.PIN]
    return [Aside(icon, text.in_language(tongue), role) for icon, text, role in lines]
