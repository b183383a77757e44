"""What this program keeps on this computer for its user: how much of it there is, and how to be rid of it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.token import TokenId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from tokenmgr.places import Places
    from tokenmgr.session.desk import Desk

#: Larger ones are not opened to be counted.
MUCH = 8 * 1024 * 1024
#: What a record that was found damaged is called from then on, and its journal.
SET_ASIDE = ("{name}.broken-*", "{name}-journal.broken-*", "{name}.damaged-*")
#: What lies beside a record while it is written, and for good where the program died over it.
UNFINISHED = ("{name}-journal", "{name}-wal", "{name}-shm", "{name}.????????", "{stem}.new")
NOBODY = TokenId("", "", "")


class Keeping(NamedTuple):
    """One kind of data. `amount` is None where there is nothing to count but files."""

    key: str
    amount: int | None
    size: int
    where: Path


def files_of(where: Places) -> Mapping[str, tuple[Path, ...]]:
    """Every kind and the files it lies in; folders whole. What was set aside tells as much as the record itself."""
    lying = {
        "settings": (where.settings,),
        "aliases": (where.remembered,),
        "known": (where.known,),
        "history": _with(where.history, ".key", ".head"),
        "ledger": (where.ledger,),
        "modules": (where.consents,),
        "notices": (where.notices,),
        "log": (where.logs,),
        "practice": (where.practice,),
        "issuers": (where.profiles,),
        "updates": (where.updates,),
        "changes": (where.changes,),
        "waiting": (where.waiting,),
    }
    return {key: (*paths, *_beside(paths[0], *SET_ASIDE, *UNFINISHED)) for key, paths in lying.items()}


def kept(desk: Desk, where: Places) -> tuple[Keeping, ...]:
    """All kinds, those of which there is nothing too."""
    counts: Mapping[str, Callable[[], int | None]] = {
        "history": lambda: len(desk.history().every()),
        "known": lambda: _length(where.known, "tokens"),
        "aliases": lambda: _length(where.remembered, "aliases"),
        "modules": lambda: _length(where.consents, "modules"),
        "issuers": lambda: len(list(where.profiles.glob("*.toml"))),
        "practice": lambda: len(list(where.practice.glob("*/state"))),
        "changes": lambda: len(desk.changes().standing()),
        "waiting": lambda: len(desk.waiting.held()),
    }
    return tuple(
        Keeping(key, counts.get(key, lambda: None)(), sum(map(size_of, paths)), paths[0])
        for key, paths in files_of(where).items()
    )


def erase(desk: Desk, where: Places, key: str) -> None:
    """Be rid of one kind, for good. What a window or the command line knows by heart goes with it."""
    if key == "history":
        desk.history().clear()  # it says itself that it was cleared
        _remove(_beside(where.history, *SET_ASIDE))
        return
    if key == "known":
        desk.known().forget_all()
    if key == "ledger":
        desk.ledger.close()  # it begins a new file at the next try
    _remove(files_of(where)[key])
    if key == "aliases":
        desk.inventory.remembered.set_alias(NOBODY, "")  # what is known by heart is read anew
        _remove((where.remembered,))


def erase_all(desk: Desk, where: Places) -> None:
    """Everything but the settings, which hold that the user wanted this, the tokens that wait for an answer, and the
    way back of what was changed on the computer.
    """
    for key in files_of(where):
        if key not in {"settings", "waiting", "changes"}:
            erase(desk, where, key)
    desk.changes().forget_undone()
    _remove(files_of(where)["history"])


def size_of(path: Path) -> int:
    """Of a file, or of everything in a folder."""
    if path.is_dir():
        return sum(each.lstat().st_size for each in path.rglob("*") if each.is_file())
    try:
        return path.lstat().st_size
    except OSError:
        return 0


def _with(path: Path, *others: str) -> tuple[Path, ...]:
    return (path, *(path.with_suffix(other) for other in others))


def _beside(path: Path, *patterns: str) -> tuple[Path, ...]:
    """Those there are now."""
    names = (pattern.format(name=path.name, stem=path.stem) for pattern in patterns)
    return tuple(sorted({found for name in names for found in path.parent.glob(name)}))


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _length(path: Path, name: str) -> int | None:
    """How many entries a file of ours has; None where it is too large or is none of ours."""
    if size_of(path) > MUCH:
        return None
    try:
        found = json.loads(path.read_text("utf-8"))
        return len(found[name])
    except FileNotFoundError:
        return 0
    except (OSError, ValueError, LookupError, TypeError):
        return None
