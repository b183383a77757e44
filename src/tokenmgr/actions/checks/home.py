"""What this program keeps for its user: room for it, rights on it, and the system's keyring."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from tokenmgr.actions.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MEGA = 1_000_000
#: Without room the ledger cannot note a try, and then none is made.
TOO_LITTLE, LITTLE = 20 * MEGA, 200 * MEGA
OTHERS_WRITE, OTHERS_READ = 0o022, 0o077
MOST_FILES = 2000
MOST_SHOWN = 10


def check_room(home: Path) -> Iterator[Finding]:
    """Free space where our files lie, or would lie."""
    place = next(folder for folder in (home, *home.parents) if folder.is_dir())
    free = shutil.disk_usage(place).free
    facts = (("free-mb", free // MEGA),)
    if not os.access(place, os.W_OK):
        yield Finding("disk-space", "bad", (*facts, ("reason", "read-only")), (str(place),), "make-home-writable")
    elif free < LITTLE:
        state = "bad" if free < TOO_LITTLE else "warn"
        yield Finding("disk-space", "bad" if state == "bad" else "warn", facts, (str(place),), "free-disk-space")
    else:
        yield Finding("disk-space", "ok", facts, (str(place),))


def check_rights(home: Path) -> Iterator[Finding]:
    """Whether others can write or read our files. Our folder lets nobody in, which protects all that is inside."""
    if os.name == "nt":
        yield Finding("own-files", "skipped", (("reason", "windows"),))
        return
    if not home.exists():
        yield Finding("own-files", "ok", (("count", 0),))
        return
    found = files_of(home)
    foreign = [path for path, seen in found if seen.st_uid != os.getuid()]
    open_to = OTHERS_WRITE | OTHERS_READ if home.stat().st_mode & OTHERS_READ else 0
    writable = [path for path, seen in found if seen.st_mode & open_to & OTHERS_WRITE]
    readable = [path for path, seen in found if seen.st_mode & open_to]
    modes = {path: seen.st_mode for path, seen in found}
    facts: tuple[tuple[str, str | int], ...] = (("count", len(found)),)
    for reason, paths in (("owner", foreign), ("writable", writable), ("readable", readable)):
        if paths:
            shown = tuple(f"{path} {modes[path] & 0o7777:04o}" for path in paths[:MOST_SHOWN])
            state = "warn" if reason == "readable" else "bad"
            why = (*facts, ("reason", reason), ("files", len(paths)))
            repair = "" if reason == "owner" else "own-files"
            yield Finding("own-files", "warn" if state == "warn" else "bad", why, shown, "protect-own-files", repair)
            return
    yield Finding("own-files", "ok", facts, (str(home),))


def files_of(home: Path) -> list[tuple[Path, os.stat_result]]:
    """Ourselves first; links are not followed."""
    found = [(home, home.lstat())]
    for path, _ in zip(home.rglob("*"), range(MOST_FILES), strict=False):
        with suppress(FileNotFoundError):  # it was only passing
            if not path.is_symlink():
                found.append((path, path.lstat()))
    return found


def keyring_name() -> str:
    """The keyring that would be used; empty where there is none."""
    # 65 ms, and it looks for the desktop's services: only when the doctor is asked.
    import keyring
    from keyring.backends import fail

    backend = keyring.get_keyring()
    return "" if isinstance(backend, fail.Keyring) else f"{type(backend).__module__}.{type(backend).__name__}"


def check_keyring(name: Callable[[], str]) -> Iterator[Finding]:
    """Nothing that has to do with PINs is kept there; without it, accounts are asked for each time."""
    found = name()
    if found:
        yield Finding("keyring", "ok", (("keyring", found),), (found,))
    else:
        yield Finding("keyring", "warn", (), (), "install-keyring")
