"""Why this many tries: where the number comes from, what this computer has noted, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.pin import Certainty, PinKind, Why
from tokenmgr.model.token import TokenFlag
from tokenmgr.ui.pins.entry import Aside
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.facts import Fact, Facts
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.meter import spoken
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import language, term, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.ledger import Event
    from tokenmgr.ui.screen import Screen

NAME_WIDTH = 164
COUNTERS = frozenset({Why.VENDOR_COUNTER, Why.CARD_COUNTER, Why.PRACTICE_COUNTER})
FLAGS = (
    TokenFlag.USER_PIN_LOW,
    TokenFlag.USER_PIN_FINAL,
    TokenFlag.USER_PIN_LOCKED,
    TokenFlag.USER_PIN_MUST_CHANGE,
)


class Noted(NamedTuple):
    """What this computer's own record of tries says."""

    misses: int
    #: Tries whose outcome never came back: counted as spent.
    lost: int


def open_tries(screen: Screen, token: TokenId, _about: object = None) -> None:
    """Nothing in it sends a PIN."""
    screen.lay(TriesSheet(screen, token))


class TriesSheet(Sheet):
    """Source, ledger, flags, and what would change it."""

    def __init__(self, screen: Screen, token: TokenId) -> None:
        super().__init__(screen, translate("PinDialogs", "Why this many tries"), token)
        shown = screen.glance.token(token)
        self.foot_close()
        if shown is None:
            return
        tries = shown.overview.tries
        self.body.addWidget(Text(spoken(tries), "card", wrap=True))
        self.body.addWidget(Text(certainty_words(tries.certainty), role="text2", wrap=True))
        self.body.addWidget(Rule())
        self.body.addWidget(Facts(_facts(shown), NAME_WIDTH))
        self._ledger = Facts([_noted(None)], NAME_WIDTH)
        self.body.addWidget(self._ledger)
        self.body.addWidget(Rule())
        self.body.addWidget(Text(translate("PinDialogs", "What changes it"), "section"))
        for icon, text in changes(shown):
            self.body.addWidget(Aside(icon, text))
        screen.bridge.run(lambda: noted(screen.desk, token), self._told, owner=self)

    def _told(self, told: Noted) -> None:
        """The record lies in a file, so it comes a moment later."""
        place = self.body.indexOf(self._ledger)
        self._ledger.hide()
        self._ledger.deleteLater()
        self._ledger = Facts([_noted(told)], NAME_WIDTH)
        self.body.insertWidget(place, self._ledger)
        self._ledger.show()
        self.settle()


def noted(desk: Desk | None, token: TokenId) -> Noted:
    """For a working thread."""
    return counted(desk.ledger.events(token, PinKind.USER) if desk is not None else ())


def counted(events: Sequence[Event]) -> Noted:
    """Misses since the PIN was last right or renewed."""
    misses = lost = 0
    for event in events:
        if event.what in {"right", "reset"}:
            misses = lost = 0
        elif event.what == "wrong":
            misses += 1
        elif event.what in {"begun", "lost"}:
            lost += 1
    return Noted(misses, lost)


def _noted(told: Noted | None) -> Fact:
    name = translate("PinDialogs", "Noted on this computer")
    if told is None:
        return Fact(name, translate("PinDialogs", "Looking..."), role="text2")
    misses, lost = told.misses, told.lost
    text = translate("PinDialogs", "%n wrong since it was last right", "", misses)
    if lost:
        text += translate("PinDialogs", ", %n without an answer", "", lost)
    return Fact(name, text)


def _facts(shown: TokenGlance) -> list[Fact]:
    tries, issuer = shown.overview.tries, shown.issuer
    flags = [term(flag) for flag in FLAGS if flag in shown.token.flags]
    limit = "" if tries.limit is None else str(tries.limit)
    whose = issuer.called(language().value) if issuer else term("no-profile")
    published = issuer.pin.limit if issuer else None
    said = term("not-published") if published is None else str(published)
    return [
        Fact(translate("PinDialogs", "The number comes from"), term(tries.why)),
        Fact(translate("PinDialogs", "Tries in all"), limit),
        Fact(translate("PinDialogs", "{issuer} says").format(issuer=whose), said),
        Fact(translate("PinDialogs", "Flags of the token"), "  |  ".join(flags) or translate("PinDialogs", "None set")),
    ]


def certainty_words(certainty: Certainty) -> str:
    """What the mark beside the number means."""
    return {
        Certainty.EXACT: translate("PinDialogs", "Exact: the token itself counts, and tells."),
        Certainty.AT_MOST: translate(
            "PinDialogs", "At most: the token does not tell. Other programs or computers may have used some."
        ),
        Certainty.UNKNOWN: translate(
            "PinDialogs", "Unknown: neither token nor issuer says how many there are. Stop after the first wrong PIN."
        ),
    }[certainty]


def changes(shown: TokenGlance) -> list[tuple[str, str]]:
    """What makes it fewer, what gives them back."""
    issuer = shown.issuer
    lines = [("minus", translate("PinDialogs", "A wrong PIN, typed here or in any other program, takes one away."))]
    if issuer is not None and issuer.pin.consecutive is False:
        lines.append(("info", translate("PinDialogs", "A right PIN does not give them back on this token.")))
    else:
        lines.append(("check", translate("PinDialogs", "A right PIN gives them back on most tokens.")))
    if shown.overview.tries.why not in COUNTERS:
        text = translate(
            "PinDialogs", "The token's flags are read again at every look; where they say less, that holds."
        )
        lines.append(("refresh", text))
    text = translate("PinDialogs", "What is stopped before the token (a slip, the same wrong PIN, Cancel) takes none.")
    return [*lines, ("shield", text)]
