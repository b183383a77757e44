"""Reads a data file value by value, so that whatever is wrong is refused with the file and the key named.

A reader is a function of a place and a raw value. A table reader must take every key: what it leaves is unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tokenmgr.model.errors import ProfileBroken

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

T = TypeVar("T")
D = TypeVar("D")
E = TypeVar("E", bound="Enum")

MOST_TEXT = 600
MOST_ENTRIES = 64


class Place(NamedTuple):
    """Where in which file a value stands."""

    path: str
    key: str = ""

    def at(self, name: str) -> Place:
        """The place of a key inside this one."""
        return Place(self.path, f"{self.key}.{name}" if self.key else name)

    def nth(self, index: int) -> Place:
        """The place of a list's entry."""
        return Place(self.path, f"{self.key}[{index}]")

    def broken(self, reason: str) -> ProfileBroken:
        """The error that names this place."""
        return ProfileBroken(self.path, self.key, reason)


class Table:
    """The keys of one table, taken one at a time."""

    __slots__ = ("_left", "place")

    def __init__(self, place: Place, values: dict[str, object]) -> None:
        self.place = place
        self._left = dict(values)

    def need(self, name: str, read: Callable[[Place, object], T]) -> T:
        """The value of a key that has to be there."""
        if name not in self._left:
            raise self.place.at(name).broken("missing")
        return read(self.place.at(name), self._left.pop(name))

    def maybe(self, name: str, read: Callable[[Place, object], T], default: D) -> T | D:
        """The value of a key that may be left out."""
        return self.need(name, read) if name in self._left else default

    def refuse_rest(self) -> None:
        """What nobody asked for is a slip of the pen, and is not passed over."""
        for name in self._left:
            raise self.place.at(name).broken("unknown key")


def table(read: Callable[[Table], T]) -> Callable[[Place, object], T]:
    """A reader of a whole table."""

    def whole_table(place: Place, value: object) -> T:
        if not isinstance(value, dict):
            raise place.broken("must be a table")
        keys = Table(place, value)
        result = read(keys)
        keys.refuse_rest()
        return result

    return whole_table


def many(read: Callable[[Place, object], T]) -> Callable[[Place, object], tuple[T, ...]]:
    """A reader of a list that is not empty."""

    def entries(place: Place, value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise place.broken("must be a list")
        if not 0 < len(value) <= MOST_ENTRIES:
            raise place.broken(f"must have 1 to {MOST_ENTRIES} entries")
        return tuple(read(place.nth(index), entry) for index, entry in enumerate(value))

    return entries


def text(place: Place, value: object) -> str:
    """One line of text. Control characters could play tricks on a terminal, so they are refused."""
    if not isinstance(value, str):
        raise place.broken("must be text")
    if not value.strip() or len(value) > MOST_TEXT:
        raise place.broken(f"must have 1 to {MOST_TEXT} characters")
    if not value.isprintable():
        raise place.broken("must be one line of printable text")
    return value


def shaped(pattern: str, reason: str) -> Callable[[Place, object], str]:
    """A reader of text of a fixed shape; the pattern is ours, never the file's."""
    compiled = re.compile(pattern, re.ASCII)

    def shaped_text(place: Place, value: object) -> str:
        line = text(place, value)
        if not compiled.fullmatch(line):
            raise place.broken(reason)
        return line

    return shaped_text


def whole(least: int, most: int) -> Callable[[Place, object], int]:
    """A reader of a whole number within bounds."""

    def number(place: Place, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise place.broken("must be a whole number")
        if not least <= value <= most:
            raise place.broken(f"must be from {least} to {most}")
        return value

    return number


def yes_no(place: Place, value: object) -> bool:
    """True or false, and nothing that merely looks like it."""
    if not isinstance(value, bool):
        raise place.broken("must be true or false")
    return value


def one_of(kind: type[E]) -> Callable[[Place, object], E]:
    """A reader of a word from a closed list."""
    words = {str(member.value): member for member in kind}

    def word(place: Place, value: object) -> E:
        if not isinstance(value, str) or value not in words:
            raise place.broken(f"must be one of: {', '.join(words)}")
        return words[value]

    return word
