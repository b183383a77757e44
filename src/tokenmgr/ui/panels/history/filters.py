"""Which lines are wanted: by group of kinds, by token, by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ui.event_words import event_words
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tokenmgr.model.token import TokenId
    from tokenmgr.session.events import Event

#: "" is every line.
GROUPS: dict[str, frozenset[str]] = {
    "": frozenset(),
    "pin": frozenset(
        {"pin-right", "pin-wrong", "pin-locked", "pin-refused", "pin-changed", "unlocked", "others-missed"}
    ),
    "use": frozenset({"signed", "decrypted", "tested"}),
    "changes": frozenset({"renamed", "initialised", "imported", "exported", "deleted", "key-made"}),
    "plugged": frozenset({"arrived", "left"}),
    "program": frozenset({"module-crashed", "module-hung", "setting-changed", "cleared"}),
}


def group_words() -> list[tuple[str, str]]:
    """What each group is called."""
    return [
        ("", translate("History", "All")),
        ("pin", translate("History", "PIN")),
        ("use", translate("History", "Use")),
        ("changes", translate("History", "Changes")),
        ("plugged", translate("History", "In and out")),
        ("program", translate("History", "Program")),
    ]


class Wanted(NamedTuple):
    """All of it at once."""

    group: str = ""
    token: TokenId | None = None
    text: str = ""

    def fits(self, event: Event) -> bool:
        """Whether this line is wanted."""
        if self.group and event.kind not in GROUPS[self.group]:
            return False
        if self.token is not None and event.token != self.token:
            return False
        return not self.text or all(word in _said(event) for word in self.text.casefold().split())

    def of(self, events: Iterable[Event]) -> list[Event]:
        """Those that fit."""
        return [event for event in events if self.fits(event)]


def _said(event: Event) -> str:
    """Everything that can be read in a line, and its facts."""
    words = event_words(event)
    serial = event.token.serial if event.token else ""
    facts = " ".join(str(value) for _, value in event.facts)
    return f"{words.text} {words.by} {event.name} {serial} {facts}".casefold()
