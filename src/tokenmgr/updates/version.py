"""Versions: up to four numbers with dots between, and perhaps what comes before a release: a, b or rc with a number."""

from __future__ import annotations

import re
from typing import NamedTuple

PATTERN = re.compile(r"(\d{1,6}(?:\.\d{1,6}){0,3})(?:(a|b|rc)(\d{1,6}))?", re.ASCII)
STAGES = {"a": 0, "b": 1, "rc": 2}
RELEASED = (3, 0)


class Version(NamedTuple):
    """Greater is newer. 1.0 is 1; 1.1a1, 1.1b2 and 1.1rc1 come before 1.1 and after everything older."""

    numbers: tuple[int, ...] = ()
    stage: tuple[int, int] = (0, 0)


def version_of(text: str) -> Version | None:
    """None for what is no version."""
    found = PATTERN.fullmatch(text)
    if found is None:
        return None
    numbers = [int(part) for part in found[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return Version(tuple(numbers), (STAGES[found[2]], int(found[3])) if found[2] else RELEASED)


def is_newer(text: str, than: str) -> bool:
    """What cannot be read is newer than nothing. Who is offered a version before its release, a channel decides."""
    version, present = version_of(text), version_of(than)
    return version is not None and version > (present or Version())
