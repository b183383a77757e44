"""What to do about a token that is locked or about to be, in its issuer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.sheet import Sheet, Trouble
from tokenmgr.ui.way_out_words import afterword, help_lines, steps_of, what_happened
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.facts import Fact, Facts, copy
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import language, translate

if TYPE_CHECKING:
    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen


def open_way_out(screen: Screen, token: TokenId, _about: object) -> None:
    """A locked token's page says it all where it shows simply; elsewhere a sheet does."""
    shown = screen.glance.token(token)
    if shown is None or (shown.overview.tries.locked and screen.choices.now.view == "simple"):
        screen.go("tokens", token)
    else:
        screen.lay(WayOutSheet(screen, shown))


class WayOutSheet(Sheet):
    """Steps, then whom to ask."""

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__(screen, translate("TokenDialogs", "If the token is locked"), shown.id)
        self._shown = shown
        if shown.overview.tries.locked:
            locked = translate("TokenDialogs", "This token is locked")
            self.body.addWidget(Trouble(locked, what_happened(shown, screen.glance)))
        self.body.addWidget(Text(translate("TokenDialogs", "What to do"), "section"))
        for number, (step, note) in enumerate(steps_of(shown), 1):
            self.body.addWidget(Text(f"{number}. {step}", wrap=True))
            if note:
                self.body.addWidget(Text(note, "second", "text2", wrap=True))
        more = afterword(shown)
        if more:
            self.body.addWidget(Text(more, "second", "text2", wrap=True))
        self._add_help()
        self.foot_close()
        self.foot_extra(button(translate("TokenDialogs", "Copy"), self._copy, icon="copy"))

    def _add_help(self) -> None:
        issuer = self._shown.issuer
        if issuer is None:
            return
        facts: list[Fact] = []
        for line in help_lines(issuer):
            if line.icon:
                facts.append(Fact(line.name, line.text, copy=line.text if line.copies else ""))
                continue
            self._add_facts(facts)
            self.body.addWidget(Rule())
            self.body.addWidget(Text(line.text, "section", wrap=True))
        self._add_facts(facts)

    def _add_facts(self, facts: list[Fact]) -> None:
        if facts:
            self.body.addWidget(Facts(tuple(facts), 80))
            facts.clear()

    def _copy(self) -> None:
        from tokenmgr.ca.way_out import way_out  # only for who copies it

        issuer = self._shown.issuer
        copy(str(way_out(issuer, language().value)) if issuer is not None else "")
