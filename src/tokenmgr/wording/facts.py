"""The facts of an error as they stand in a sentence. Whatever a vendor or a certificate wrote is made visible first."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

from tokenmgr.wording.catalogues import phrases_in
from tokenmgr.wording.rules import rule_words
from tokenmgr.wording.tries import tries_left
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.pin import PinKind, TriesLeft
    from tokenmgr.wording.language import Language

#: Names longer than this are shortened in the middle, so that the sentence stays readable.
NAME = 80


def spoken(error: TokenError, language: Language) -> dict[str, str]:
    """Every fact by the name of its attribute."""
    facts = error.facts()
    said = {name: SPEAKERS.get(name, _as_it_is)(value, language) for name, value in facts.items()}
    if "rule" in facts:
        said["rule"] = rule_words(error.rule, error.limit, language) or said["rule"]  # type: ignore[attr-defined]
    if facts.get("new"):
        said["kind"] = phrases_in(language)[f"pin.new.{error.kind.value}"]  # type: ignore[attr-defined]
    return said


def _as_it_is(value: object, _language: Language) -> str:
    return "" if value is None else visible(str(value))


def _name(value: str, _language: Language) -> str:
    return visible(value, NAME)


def _token(value: Any, language: Language) -> str:
    """Which token, in brackets behind the word for it; nothing where that is not known."""
    if value is None or not value.serial:
        return ""
    return phrases_in(language)["tail"].format(tail=visible(value.tail))


def _found(value: Any, language: Language) -> str:
    """A token that was found, or what was found about a file."""
    return cause(value, language) if isinstance(value, str) else _token(value, language)


def _kind(value: PinKind, language: Language) -> str:
    return phrases_in(language)[f"pin.{value.value}"]


def _tries(value: TriesLeft, language: Language) -> str:
    return tries_left(value, language)


def _file_name(value: str, _language: Language) -> str:
    """A module by its file's name: the folders before it tell a person little."""
    return visible(value.replace("\\", "/").rstrip("/").rpartition("/")[2], NAME)


def _during(value: str, language: Language) -> str:
    """What the module was busy with, ready to stand behind its name."""
    if not value:
        return ""
    phrases = phrases_in(language)
    known = phrases.get(f"during.{value}")
    return known if known is not None else phrases["during"].format(call=visible(value, NAME))


def cause(value: str, language: Language) -> str:
    """A reason in a person's words where it is a known one."""
    phrases = phrases_in(language)
    if not value:
        return phrases["cause.none"]
    return phrases.get(f"cause.{value}") or phrases.get(f"cause.{_system_name(value)}") or visible(value)


def _system_name(sentence: str) -> str:
    """The stable name behind one of the system's own sentences, which are in whatever language the system speaks."""
    return next((name for number, name in errno.errorcode.items() if os.strerror(number) == sentence), "")


def _what(value: str, language: Language) -> str:
    return phrases_in(language).get(f"what.{value}") or visible(value, NAME)


def _serials(value: tuple[str, ...], language: Language) -> str:
    phrases = phrases_in(language)
    return phrases["comma"].join(visible(serial) or phrases["no-serial"] for serial in value)


def _names(value: tuple[str, ...], language: Language) -> str:
    return phrases_in(language)["comma"].join(visible(name, NAME) for name in value)


SPEAKERS: dict[str, Callable[[Any, Language], str]] = {
    "token": _token,
    "found": _found,
    "needed": cause,
    "kind": _kind,
    "tries": _tries,
    "module": _file_name,
    "during": _during,
    "reason": cause,
    "what": _what,
    "step": _what,
    "wanted": _name,
    "browser": _name,
    "profile": _name,
    "name": _name,
    "library": _file_name,
    "serials": _serials,
    "left_on_token": _names,
}
