"""The tray's menu as plain values, so that it is built anew only when something in it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tokenmgr.model.token import Ability
from tokenmgr.ui.attention_words import attention_words
from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.tray_words import job_words, left_words, row_words, title_words
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.actions.glance import Attention, Glance, TokenGlance
    from tokenmgr.model.token import TokenId

#: What is no errand: bring the window, make a token the current one, start with the computer or not.
OPEN: Final = ":open"
CHOOSE: Final = ":choose"
STARTS: Final = ":starts"
MOST_JOBS = 3


class Entry(NamedTuple):
    """One row. Without a text it is a line between."""

    text: str = ""
    icon: str = ""
    role: str = "text2"
    does: str = ""
    token: TokenId | None = None
    checked: bool | None = None
    enabled: bool = True
    key: str = ""
    within: tuple[Entry, ...] = ()


LINE = Entry()


def entries(glance: Glance, current: TokenGlance | None, starts: bool | None) -> tuple[Entry, ...]:  # noqa: FBT001
    """All of it. `starts`: whether the program starts with the computer; None where that is not offered."""
    rows = [*_head(glance, current), LINE]
    if current is not None:
        rows += [Entry(text_of("tokens"), "token", within=tuple(_tokens(glance, current)))]
        rows += [_errand("lock-all", key="Ctrl+Alt+L", enabled=any(each.unlocked for each in glance.tokens)), LINE]
    jobs = [_job(item, glance) for item in glance.attention[:MOST_JOBS]]
    rows += [*jobs, LINE] if jobs else []
    opens = [Entry(f"{text_of(name)}...", ERRANDS[name].icon, does=name) for name in ("check", "settings")]
    rows += [*opens, _errand("about"), LINE]
    if starts is not None:
        rows += [Entry(translate("Tray", "Start with the computer"), does=STARTS, checked=starts)]
    return (*rows, _errand("quit", key="Ctrl+Q"))


def _head(glance: Glance, current: TokenGlance | None) -> list[Entry]:
    """It opens the window, whatever it says."""
    if current is not None:
        left = Entry(left_words(current, glance.taken), enabled=False)
        return [Entry(title_words(current), _picture(current), does=OPEN), left]
    none = translate("Tray", "No token is plugged in")
    return [Entry(none, "token", does=OPEN), _errand("practise")]


def _picture(shown: TokenGlance) -> str:
    return "flask" if shown.practice else "token"


def _errand(
    name: str, token: TokenId | None = None, *, key: str = "", enabled: bool = True, icon: bool = True
) -> Entry:
    picture = ERRANDS[name].icon if icon else ""
    return Entry(text_of(name), picture, does=name, token=token, key=key, enabled=enabled)


def _tokens(glance: Glance, current: TokenGlance) -> list[Entry]:
    """The current one lies open; the others are opened."""
    rows = [Entry(row_words(current), does=CHOOSE, token=current.id, checked=True), *_wishes(current)]
    others = [each for each in glance.tokens if each.id != current.id]
    return [*rows, *([LINE] if others else []), *map(_other, others)]


def _other(shown: TokenGlance) -> Entry:
    choose = Entry(translate("Tray", "Make this the current token"), does=CHOOSE, token=shown.id)
    return Entry(row_words(shown), within=(choose, LINE, *_wishes(shown)))


def _wishes(shown: TokenGlance) -> list[Entry]:
    rows = [_errand("change-pin", shown.id, icon=False)] if Ability.CHANGE_PIN in shown.token.abilities else []
    rows.append(_errand("unlock", shown.id, icon=False))
    rows.append(Entry(f"{text_of('certificates')}...", does="certificates", token=shown.id))
    return [*rows, _errand("lock", shown.id, icon=False, enabled=shown.unlocked)]


def _job(item: Attention, glance: Glance) -> Entry:
    icon = attention_words(item, glance.taken).icon
    return Entry(job_words(item, glance), icon, item.severity, item.errand, item.token)
