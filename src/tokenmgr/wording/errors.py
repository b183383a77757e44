"""From an error to what a person is told: what happened, what it means, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.browser_errors import BrowserHasModule, BrowserLacksModule, BrowserSandboxed
from tokenmgr.model.errors import (
    FileUnreadable,
    KeyMissing,
    LastTry,
    ModuleFault,
    ModuleUnfit,
    ModuleUntrusted,
    NotSupported,
    ObjectMissing,
    PinError,
    PinLocked,
    PinRefused,
    ProfileBroken,
    SelfTestFailed,
    ServiceDown,
    TokenAmbiguous,
    TokenNotFound,
    WrongPin,
)
from tokenmgr.model.update_errors import UpdateUnreachable, UpdateUntrusted
from tokenmgr.wording.catalogues import phrases_in, words_in
from tokenmgr.wording.facts import cause, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.last_fault import LastFault
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.wording.language import Language


class Words(NamedTuple):
    """A heading, what happened, and what a person can do now."""

    title: str
    text: str
    next_step: str


def words(error: TokenError, language: Language, way_out: str = "") -> Words:
    """The words for an error; `way_out` is what the issuer says about a locked token."""
    known, phrases = words_in(language), phrases_in(language)
    facts = spoken(error, language)
    title, text, next_step = (part.format_map(facts) for part in known[chosen(error, known)])
    gap = phrases["gap"]
    note = _note(error)
    if note:
        text += gap + phrases[note]
    if note == "note.may-be-counted":
        next_step = phrases["next.look-first"] + gap + next_step
    if error.emptied:
        next_step = phrases["next.set-pin"] + gap + next_step
    if error.left_on_token:
        text += gap + phrases["note.left-on-token"].format_map(facts)
        next_step = phrases["next.delete-left"] + gap + next_step
    return Words(title, text, _with_way_out(error, next_step, way_out))


def fault_words(fault: LastFault, language: Language) -> str:
    """What last went wrong with a module, in a line: the heading of that error, and the reason where one was given."""
    title = words_in(language)[fault.code][0]
    if not fault.reasoned:
        return title
    return phrases_in(language)["fault.reasoned"].format(title=title, reason=cause(fault.detail, language))


def chosen(error: TokenError, known: Mapping[str, object]) -> str:
    """The most fitting entry: the error's own code before its parents', a variant before the plain code."""
    forms = [f".{form}" for form in variants(error)]
    codes: list[str] = [vars(kind)["code"] for kind in type(error).__mro__ if "code" in vars(kind)]
    return next(key for code in codes for key in (*(code + form for form in forms), code) if key in known)


def variants(error: TokenError) -> Iterator[str]:
    """What may change the sentence beyond filling it, most telling first."""
    match error:
        case WrongPin() | LastTry():
            yield from _by_tries(error.tries)
        case PinLocked():
            yield error.kind.value
        case ModuleUnfit() | ModuleUntrusted() | FileUnreadable() | UpdateUnreachable() | UpdateUntrusted():
            yield error.reason
        case ModuleFault() if not error.reason:
            yield "bare"
        case PinRefused(rule=form) | NotSupported(what=form) | SelfTestFailed(step=form):
            yield form
        case BrowserSandboxed(way=form) | ServiceDown(service=form):
            yield form
        case BrowserHasModule() | BrowserLacksModule() if not error.profile:
            yield "for-all"
        case TokenNotFound() | TokenAmbiguous() | KeyMissing() | ObjectMissing() if error.wanted:
            yield "named"
        case ProfileBroken() if not error.key:
            yield "whole"


def _by_tries(tries: TriesLeft) -> Iterator[str]:
    if tries.last:
        yield f"last-{tries.certainty.value}"
    if tries.locked:
        yield f"none-{tries.certainty.value}"


def _note(error: TokenError) -> str:
    """What became of the try, where that is not in the sentence already."""
    if error.emptied:
        return "note.emptied"
    if isinstance(error, PinRefused) and error.rule == "token-rules":
        return ""
    if error.no_try_used:
        return "note.nothing-sent"
    # A token that answered "wrong" or "locked" left no doubt.
    doubtful = error.no_try_used is False and not isinstance(error, PinError)
    return "note.may-be-counted" if doubtful else ""


def _with_way_out(error: TokenError, next_step: str, way_out: str) -> str:
    """For a locked user PIN the issuer's words say it all; for the others they come after ours."""
    none_left = isinstance(error, (PinLocked, WrongPin)) and error.tries.locked
    if not way_out or not (none_left or isinstance(error, PinLocked)):
        return next_step
    certain = isinstance(error, PinLocked) and error.kind.value == "user"
    return way_out if certain else f"{next_step}\n{way_out}"
