"""What is worth a notice: each thing once, and each with one errand."""

from __future__ import annotations

import json
import os
import threading
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tokenmgr.actions.attention import Attention, Facts
    from tokenmgr.actions.glance import Glance
    from tokenmgr.model.token import TokenId

Kind = Literal["arrived", "left", "expiring", "others-missed", "module-fault", "update"]
#: Told things that are remembered; one token makes about a dozen in the years it lives.
MOST_TOLD = 2000


class Notice(NamedTuple):
    """One notice, as facts."""

    kind: Kind
    token: TokenId | None
    name: str
    tail: str
    #: "show-token", "events", "renewal-info", "doctor" or "about".
    errand: str
    #: As those of Attention; of a fault "module" and "code".
    facts: Facts = ()


class Told:
    """What was told already, in a small file that is replaced whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._keys: dict[str, None] | None = None

    def first_time(self, key: str) -> bool:
        """Whether this was never told; from now on it was. Where the file cannot be written: in this run."""
        with self._lock:
            if self._keys is None:
                self._keys = dict.fromkeys(_keys_in(self._path))
            if key in self._keys:
                return False
            self._keys[key] = None
            while len(self._keys) > MOST_TOLD:
                del self._keys[next(iter(self._keys))]
            self._write(list(self._keys))
            return True

    def forget_all(self) -> None:
        """Tell everything again."""
        with self._lock:
            self._keys = {}
            self._write([])

    def _write(self, keys: list[str]) -> None:
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8") as file:
                json.dump({"told": keys}, file)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
        except OSError:
            return  # a notice too many at the next start does no harm


def notices(previous: Glance | None, glance: Glance, told: Told, wanted: Iterable[Kind]) -> list[Notice]:
    """What is new since the previous glance, of the kinds that the user wants."""
    if glance.loading:
        return []
    kinds = set(wanted)
    found = [*_comings(previous, glance), *_faults(previous, glance)]
    asked = [notice for notice in found if notice.kind in kinds]
    for item in glance.attention:
        notice = _of(item)
        if notice is not None and notice.kind in kinds and told.first_time(_key(item)):
            asked.append(notice)
    return asked


def _comings(previous: Glance | None, glance: Glance) -> Iterator[Notice]:
    """Who is here at the first look did not come just now."""
    if previous is None or previous.loading:
        return
    before = {each.id: each.name for each in previous.tokens}
    now = {each.id: each.name for each in glance.tokens}
    for token, name in now.items():
        if token not in before:
            yield Notice("arrived", token, name, token.tail, "show-token")
    for token, name in before.items():
        if token not in now:
            yield Notice("left", token, name, token.tail, "events")


def _faults(previous: Glance | None, glance: Glance) -> Iterator[Notice]:
    """A module that still does not answer is no news."""
    before = {(fault.module, fault.error.code) for fault in previous.faults} if previous else set()
    for fault in (each for each in glance.faults if each.serious):
        if (fault.module, fault.error.code) not in before:
            facts = (("module", fault.module), ("code", fault.error.code))
            yield Notice("module-fault", None, "", "", "doctor", facts)


def _of(item: Attention) -> Notice | None:
    kinds: dict[str, Kind] = {"expiring": "expiring", "expired": "expiring", "others-missed": "others-missed"}
    kind = kinds.get(item.kind)
    return Notice(kind, item.token, item.name, item.tail, item.errand, item.facts) if kind else None


def _key(item: Attention) -> str:
    """Once for each certificate and each of the issuer's days, and once for its end; once for each time of misses."""
    if item.kind == "others-missed":
        return f"missed {item.token.serial} {item.fact('at')}"
    return f"{item.fact('sha256')} {'ended' if item.kind == 'expired' else item.fact('lead')}"


def _keys_in(path: Path) -> list[str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["told"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    return [key for key in found if isinstance(key, str)][-MOST_TOLD:] if isinstance(found, list) else []
